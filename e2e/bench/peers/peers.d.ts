// Peers are installed only when the bench asks for them: this is as much of them as it uses.
declare module '@excalidraw/excalidraw' {
	import type { ComponentType } from 'react';

	export interface SceneElement {
		readonly id: string;
		readonly type: string;
		readonly x: number;
		readonly y: number;
		readonly width: number;
		readonly height: number;
		readonly version: number;
		readonly containerId?: string | null;
	}
	export interface SceneApi {
		getSceneElements(): readonly SceneElement[];
		getAppState(): {
			readonly isLoading: boolean;
			readonly zoom: { readonly value: number };
			readonly scrollX: number;
			readonly scrollY: number;
			readonly offsetLeft: number;
			readonly offsetTop: number;
		};
		updateScene(scene: {
			readonly elements?: readonly SceneElement[];
			readonly appState?: unknown;
			readonly captureUpdate?: string;
		}): void;
		scrollToContent(
			elements: readonly SceneElement[],
			options: { readonly fitToContent: boolean }
		): void;
	}
	export const Excalidraw: ComponentType<{
		readonly excalidrawAPI: (api: SceneApi) => void;
		readonly initialData: { readonly elements: unknown; readonly appState: unknown };
		readonly langCode: string;
	}>;
	export const CaptureUpdateAction: { readonly NEVER: string };
	export function convertToExcalidrawElements(
		skeleton: readonly unknown[],
		options: { readonly regenerateIds: boolean }
	): SceneElement[];
}
declare module '@excalidraw/excalidraw/index.css';
declare module 'react' {
	export type ComponentType<Props> = (props: Props) => unknown;
	export function createElement<Props>(component: ComponentType<Props>, props: Props): unknown;
}
declare module 'react-dom/client' {
	export function createRoot(host: Element): { render(element: unknown): void };
}
