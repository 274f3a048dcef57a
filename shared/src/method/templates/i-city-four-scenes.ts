import type { HomeCareScene } from '../scenes.ts';
import type { Template } from './template.ts';

/** I市: theme and vision of each of the four scenes, the rest still to be thought through (manual, chapter 5). */
export const iCityFourScenes: Readonly<Record<HomeCareScene, Template>> = {
	daily: themeAndVision(
		'daily',
		'家族が代理で外来受診し続けており、訪問診療に切り替えられていない。',
		'訪問診療を必要とする患者に対し、訪問診療を提供することができる。'
	),
	discharge: themeAndVision(
		'discharge',
		'家族介護力を生かすことができずに退院できない事例がある。また、在宅サービスに依存した事例もある。',
		'退院時に必要かつ十分なサービスが提供されることで、再発が予防でき、安心した療養生活を送ることができる。'
	),
	emergency: themeAndVision(
		'emergency',
		'急変時に救急隊がケアマネジャーを頼るため、対応が遅れる場合がある（情報を把握したいときにケアマネジャーに連絡がいく。呼び出される場合もある）。',
		'急変時に必要な情報が救急隊や入院先と共有されることで、本人の意向に沿った救急対応をすることができる。'
	),
	endOfLife: themeAndVision(
		'endOfLife',
		'本人の意向に沿えずに、家族が入院を選ぶことがある。',
		'終末期であっても、在宅サービスを使うことで、本人の意向を尊重した在宅生活を送ることができる。'
	)
};

function themeAndVision(scene: HomeCareScene, theme: string, vision: string): Template {
	return {
		municipality: 'I市',
		scene,
		group: '',
		date: '',
		cards: [
			{ id: 't1', type: 'theme', text: theme, fields: { status: 'chosen' } },
			{ id: 'v1', type: 'vision', text: vision, fields: { level: 'single' } }
		],
		links: [{ from: 't1', to: ['v1'] }]
	};
}
