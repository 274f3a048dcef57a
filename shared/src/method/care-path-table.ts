import type { CarePath } from './care-path.ts';

/** 図表4-3: 入院～退院～在宅療養までの一連の流れの例, with what people name on it. */
export const homeCarePath: CarePath = {
	title: {
		ja: '入院 ～ 退院 ～ 在宅療養 の流れ',
		en: 'From hospital through discharge to care at home'
	},
	width: 950,
	height: 500,
	areas: [
		{
			id: 'hospital',
			label: { ja: '入院', en: 'Hospital' },
			labelAt: [226, 44],
			box: { x: 204, y: 16, width: 474, height: 308 }
		},
		{
			id: 'communityBefore',
			label: { ja: '地域', en: 'Community' },
			labelAt: [16, 104],
			box: null
		},
		{
			id: 'communityAfter',
			label: { ja: '地域', en: 'Community' },
			labelAt: [738, 352],
			box: null
		}
	],
	places: [
		{
			id: 'home',
			look: 'home',
			label: { ja: '在宅', en: 'Home' },
			detail: { ja: '入院前の暮らし', en: 'before hospital' },
			box: { x: 16, y: 118, width: 160, height: 92 },
			pinAt: [156, 128],
			parties: ['person', 'family', 'familyDoctor', 'careManager', 'visitingNurse'],
			theme: {
				ja: '{disease}入院するおそれのある高齢者が、住み慣れた家での暮らしを続けられるようにするためにはどうしたらよいか',
				en: 'How can older people at risk of going into hospital{disease} go on living at home?'
			}
		},
		{
			id: 'acute',
			look: 'ward',
			label: { ja: '急性期病床', en: 'Acute ward' },
			detail: { ja: '高度・一般', en: 'advanced, general' },
			box: { x: 226, y: 62, width: 196, height: 76 },
			pinAt: [396, 72],
			parties: ['hospitalDoctor', 'hospitalNurse', 'socialWorker', 'careManager', 'family'],
			theme: {
				ja: '{disease}入院した高齢者が、入院した時から退院後の暮らしを見通せるようにするためにはどうしたらよいか',
				en: 'How can older people admitted{disease} see their life after discharge from the first day on?'
			}
		},
		{
			id: 'rehabilitation',
			look: 'ward',
			label: { ja: '回復期リハ病床', en: 'Rehabilitation ward' },
			detail: null,
			box: { x: 472, y: 62, width: 186, height: 76 },
			pinAt: [634, 72],
			parties: ['hospitalNurse', 'rehabStaff', 'socialWorker', 'careManager', 'family'],
			theme: {
				ja: '{disease}入院しリハビリテーションを受けた高齢者が、取り戻した力を退院後も保てるようにするためにはどうしたらよいか',
				en: 'How can older people in rehabilitation{disease} keep what they have regained after discharge?'
			}
		},
		{
			id: 'communityCare',
			look: 'ward',
			label: { ja: '地域包括ケア病床', en: 'Community care ward' },
			detail: null,
			box: { x: 226, y: 166, width: 196, height: 60 },
			pinAt: [396, 172],
			parties: ['hospitalNurse', 'socialWorker', 'careManager', 'familyDoctor', 'family'],
			theme: {
				ja: '{disease}入院し地域包括ケア病床で過ごす高齢者が、安心して在宅に戻れるようにするためにはどうしたらよいか',
				en: 'How can older people on a community care ward{disease} return home with confidence?'
			}
		},
		{
			id: 'longTerm',
			look: 'ward',
			label: { ja: '療養病床', en: 'Long-term care ward' },
			detail: null,
			box: { x: 472, y: 166, width: 186, height: 60 },
			pinAt: [634, 172],
			parties: ['hospitalNurse', 'socialWorker', 'careManager', 'familyDoctor', 'family'],
			theme: {
				ja: '{disease}入院し療養病床で過ごす高齢者が、望む場所で療養できるようにするためにはどうしたらよいか',
				en: 'How can older people on a long-term care ward{disease} be cared for where they wish to be?'
			}
		},
		{
			id: 'psychiatric',
			look: 'ward',
			label: { ja: '精神病床', en: 'Psychiatric ward' },
			detail: null,
			box: { x: 226, y: 244, width: 196, height: 60 },
			pinAt: [396, 250],
			parties: ['hospitalDoctor', 'hospitalNurse', 'socialWorker', 'careManager', 'supportCenter'],
			theme: {
				ja: '{disease}入院し精神病床で過ごす高齢者が、地域での暮らしに戻れるようにするためにはどうしたらよいか',
				en: 'How can older people on a psychiatric ward{disease} return to life in the community?'
			}
		},
		{
			id: 'dischargeSupport',
			look: 'support',
			label: { ja: '退院支援', en: 'Discharge support' },
			detail: { ja: '病院 ⇄ ケアマネ', en: 'hospital ⇄ home' },
			box: { x: 450, y: 366, width: 196, height: 84 },
			pinAt: [618, 376],
			parties: ['hospitalNurse', 'socialWorker', 'careManager', 'visitingNurse', 'family'],
			theme: {
				ja: '{disease}入院した高齢者が、十分な準備をして退院を迎えられるようにするためにはどうしたらよいか',
				en: 'How can older people admitted{disease} be well prepared for their discharge?'
			}
		},
		{
			id: 'homeCare',
			look: 'home',
			label: { ja: '在宅療養', en: 'Care at home' },
			detail: { ja: '訪問診療・訪問看護', en: 'home visits' },
			box: { x: 738, y: 366, width: 200, height: 84 },
			pinAt: [910, 376],
			parties: ['familyDoctor', 'visitingNurse', 'careManager', 'careWorker', 'family'],
			theme: {
				ja: '{disease}入院した高齢者が、在宅での療養生活を安心して続けられるようにするためにはどうしたらよいか',
				en: 'How can older people who were admitted{disease} go on with their care at home with confidence?'
			}
		}
	],
	ways: [
		{
			id: 'home.hospital',
			from: 'home',
			to: 'hospital',
			name: null,
			points: [
				[176, 164],
				[202, 164]
			],
			bends: false,
			isReturn: false,
			pinAt: [189, 160],
			parties: ['careManager', 'hospitalNurse', 'socialWorker', 'ambulance', 'family'],
			theme: {
				ja: '{disease}入院する高齢者のふだんの暮らしの様子が、入院時に病院へ伝わるようにするためにはどうしたらよいか',
				en: 'How can the hospital learn about the daily life of older people when they are admitted{disease}?'
			}
		},
		{
			id: 'acute.rehabilitation',
			from: 'acute',
			to: 'rehabilitation',
			name: null,
			points: [
				[422, 100],
				[468, 100]
			],
			bends: false,
			isReturn: false,
			pinAt: [444, 98],
			parties: ['hospitalDoctor', 'hospitalNurse', 'rehabStaff', 'socialWorker', 'family'],
			theme: {
				ja: '{disease}入院した高齢者が、急性期から回復期へ切れ目なく治療とリハビリテーションを受けられるようにするためにはどうしたらよいか',
				en: 'How can older people admitted{disease} pass from acute care to rehabilitation without a gap?'
			}
		},
		{
			id: 'acute.longTerm',
			from: 'acute',
			to: 'longTerm',
			name: null,
			points: [
				[422, 116],
				[450, 120],
				[440, 190],
				[468, 194]
			],
			bends: true,
			isReturn: false,
			pinAt: [452, 180],
			parties: ['hospitalDoctor', 'hospitalNurse', 'socialWorker', 'person', 'family'],
			theme: {
				ja: '{disease}入院した高齢者と家族が、納得して次の療養の場を選べるようにするためにはどうしたらよいか',
				en: 'How can older people admitted{disease} and their families choose the next place of care with understanding?'
			}
		},
		{
			id: 'acute.communityCare',
			from: 'acute',
			to: 'communityCare',
			name: null,
			points: [
				[372, 138],
				[372, 163]
			],
			bends: false,
			isReturn: false,
			pinAt: [372, 152],
			parties: ['hospitalDoctor', 'hospitalNurse', 'socialWorker', 'careManager', 'family'],
			theme: {
				ja: '{disease}入院した高齢者が、急性期を過ぎた後も在宅に戻る準備を切れ目なく進められるようにするためにはどうしたらよいか',
				en: 'How can older people admitted{disease} go on preparing for home once the acute phase is over?'
			}
		},
		{
			id: 'hospital.dischargeSupport',
			from: 'hospital',
			to: 'dischargeSupport',
			name: null,
			points: [
				[548, 324],
				[548, 363]
			],
			bends: false,
			isReturn: false,
			pinAt: [548, 346],
			parties: ['hospitalDoctor', 'hospitalNurse', 'socialWorker', 'careManager', 'family'],
			theme: {
				ja: '{disease}入院した高齢者の退院に向けた支援が、早い時期から始まるようにするためにはどうしたらよいか',
				en: 'How can support for the discharge of older people admitted{disease} begin early?'
			}
		},
		{
			id: 'dischargeSupport.homeCare',
			from: 'dischargeSupport',
			to: 'homeCare',
			name: null,
			points: [
				[646, 408],
				[735, 408]
			],
			bends: false,
			isReturn: false,
			pinAt: [688, 406],
			parties: ['hospitalNurse', 'socialWorker', 'careManager', 'visitingNurse', 'family'],
			theme: {
				ja: '{disease}入院した高齢者が、退院後に適切な療養生活を送れるようにするためにはどうしたらよいか',
				en: 'How can older people admitted{disease} live well with their care after discharge?'
			}
		},
		{
			id: 'homeCare.home',
			from: 'homeCare',
			to: 'home',
			name: { label: { ja: '再発・再入院', en: 'Relapse, readmission' }, at: [489, 480] },
			points: [
				[838, 450],
				[838, 480],
				[96, 480],
				[96, 213]
			],
			bends: false,
			isReturn: true,
			pinAt: [330, 478],
			parties: ['familyDoctor', 'visitingNurse', 'careManager', 'person', 'family'],
			theme: {
				ja: '{disease}入院した高齢者が、退院後に再発や再入院をくり返さないようにするためにはどうしたらよいか',
				en: 'How can older people admitted{disease} be kept from relapse and readmission after discharge?'
			}
		}
	],
	diseases: [
		{ id: 'heart', label: { ja: '心疾患', en: 'Heart disease' } },
		{ id: 'pneumonia', label: { ja: '肺炎', en: 'Pneumonia' } },
		{ id: 'cerebrovascular', label: { ja: '脳血管疾患', en: 'Cerebrovascular disease' } },
		{ id: 'fracture', label: { ja: '骨折', en: 'Fracture' } },
		{ id: 'stroke', label: { ja: '脳卒中', en: 'Stroke' } },
		{ id: 'disuse', label: { ja: '廃用症候群', en: 'Disuse syndrome' } },
		{ id: 'cancer', label: { ja: 'がん', en: 'Cancer' } },
		{ id: 'unspecified', label: { ja: '指定しない', en: 'Not specified' } }
	],
	noDisease: 'unspecified',
	diseasePhrase: { ja: '{word}で', en: ' for {word}' },
	parties: [
		{ id: 'person', label: { ja: '本人', en: 'The person' } },
		{ id: 'family', label: { ja: '家族', en: 'Family' } },
		{ id: 'hospitalDoctor', label: { ja: '病院医師', en: 'Hospital physician' } },
		{ id: 'hospitalNurse', label: { ja: '病院看護師', en: 'Hospital nurse' } },
		{ id: 'socialWorker', label: { ja: '医療ソーシャルワーカー', en: 'Medical social worker' } },
		{ id: 'rehabStaff', label: { ja: 'リハ職', en: 'Rehabilitation staff' } },
		{ id: 'familyDoctor', label: { ja: 'かかりつけ医', en: 'Family doctor' } },
		{ id: 'visitingNurse', label: { ja: '訪問看護師', en: 'Visiting nurse' } },
		{ id: 'pharmacist', label: { ja: '薬剤師', en: 'Pharmacist' } },
		{ id: 'careManager', label: { ja: 'ケアマネジャー', en: 'Care manager' } },
		{ id: 'careWorker', label: { ja: '介護職', en: 'Care worker' } },
		{ id: 'supportCenter', label: { ja: '地域包括支援センター', en: 'Community support centre' } },
		{ id: 'ambulance', label: { ja: '救急隊', en: 'Ambulance crew' } },
		{ id: 'facility', label: { ja: '施設職員', en: 'Care facility staff' } }
	],
	pinsEach: 3
};
