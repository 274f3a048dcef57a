import { setTimeout as pause } from 'node:timers/promises';
import type { CDPSession, Page } from 'playwright-core';
import { quantile } from './rows.ts';

/** A place in the window, CSS px. */
export type Place = readonly [x: number, y: number];

/** What a stretch of work cost a page: CPU time of its main thread for each frame, and how the frames came; ms. */
export interface FrameCost {
	readonly mainPerFrame: number;
	readonly p95Frame: number;
	readonly framesPerSecond: number;
}

/** How often a hand's device speaks, ms. */
const everyMs = 16;
const ctrl = 2;

/** A hand on any board's page: the same wheel and mouse, at the same pace, whatever the page makes of it. */
export class SpeedHand {
	readonly page: Page;
	readonly #devtools: CDPSession;

	private constructor(page: Page, devtools: CDPSession) {
		this.page = page;
		this.#devtools = devtools;
	}

	static async on(page: Page): Promise<SpeedHand> {
		const devtools = await page.context().newCDPSession(page);
		// CPU time of the thread, not of the clock: what else the machine does is not counted.
		await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
		return new SpeedHand(page, devtools);
	}

	/** How many times slower the processor is to be. */
	async slowDown(rate: number): Promise<void> {
		await this.#devtools.send('Emulation.setCPUThrottlingRate', { rate });
	}

	async costOf(work: () => Promise<void>): Promise<FrameCost> {
		await this.page.evaluate(() => {
			const times: number[] = [];
			let isOn = true;
			const step = (now: number): void => {
				times.push(now);
				if (isOn) requestAnimationFrame(step);
			};
			requestAnimationFrame(step);
			Object.assign(window, {
				endOfFrames: () => {
					isOn = false;
					return times;
				}
			});
		});
		const before = await this.#mainMs();
		await work();
		const after = await this.#mainMs();
		const times = await this.page.evaluate(() =>
			(window as unknown as { endOfFrames: () => number[] }).endOfFrames()
		);
		const frames = times.slice(1).map((time, index) => time - (times[index] ?? time));
		return {
			mainPerFrame: (after - before) / Math.max(1, frames.length),
			p95Frame: quantile(frames, 0.95),
			framesPerSecond: (frames.length * 1000) / Math.max(1, (times.at(-1) ?? 0) - (times[0] ?? 0))
		};
	}

	/** The wheel moves the board to and fro. */
	async pan(at: Place, ms: number): Promise<void> {
		await this.#paced(ms, (progress) =>
			this.#wheel(at, {
				deltaX: 40 * Math.cos(progress * Math.PI * 6),
				deltaY: 16 * Math.cos(progress * Math.PI * 10)
			})
		);
	}

	/** The wheel zooms in and out about a place. */
	async zoom(at: Place, ms: number): Promise<void> {
		await this.#paced(ms, (progress) =>
			this.#wheel(at, { deltaX: 0, deltaY: 12 * Math.cos(progress * Math.PI * 6) }, ctrl)
		);
	}

	/** A card is dragged in circles and put down again. */
	async drag(from: Place, ms: number): Promise<void> {
		const mouse = async (type: 'mouseMoved' | 'mousePressed' | 'mouseReleased', at: Place) =>
			await this.#devtools.send('Input.dispatchMouseEvent', {
				type,
				x: at[0],
				y: at[1],
				button: 'left',
				buttons: type === 'mouseReleased' ? 0 : 1,
				clickCount: type === 'mouseMoved' ? 0 : 1
			});
		await mouse('mousePressed', from);
		await this.#paced(ms, (progress) =>
			mouse('mouseMoved', [
				from[0] + 180 * Math.sin(progress * Math.PI * 6),
				from[1] + 120 * Math.sin(progress * Math.PI * 8)
			])
		);
		await mouse('mouseReleased', from);
	}

	async #mainMs(): Promise<number> {
		const { metrics } = await this.#devtools.send('Performance.getMetrics');
		const task = metrics.find(({ name }) => name === 'TaskDuration');
		if (!task) throw new Error('The browser does not tell how busy its main thread was.');
		return task.value * 1000;
	}

	async #wheel(
		at: Place,
		deltas: { readonly deltaX: number; readonly deltaY: number },
		modifiers = 0
	): Promise<void> {
		await this.#devtools.send('Input.dispatchMouseEvent', {
			type: 'mouseWheel',
			x: at[0],
			y: at[1],
			modifiers,
			...deltas
		});
	}

	/** Sends at a fixed pace and never waits for an answer before the next: a slow page gets no gentler hand. */
	async #paced(ms: number, act: (progress: number) => Promise<unknown>): Promise<void> {
		const start = performance.now();
		const sent: Promise<unknown>[] = [];
		for (let step = 0; step * everyMs < ms; step += 1) {
			const wait = start + step * everyMs - performance.now();
			if (wait > 0) await pause(wait);
			sent.push(act((step * everyMs) / ms));
		}
		await Promise.all(sent);
	}
}
