import { term } from './term.ts';

/** Terms of programmes, plans, figures and meetings. */
export const workTerms = [
	term(
		['在宅医療・介護連携推進事業'],
		'ざいたくいりょう・かいごれんけいすいしんじぎょう',
		'Programme for linking home medical and long-term care',
		'家でくらしながら、医療と介護を合わせて受けられるようにする、市区町村の仕事。',
		'What a municipality does so that people at home get medical and care services together.'
	),
	term(
		['演習シート'],
		'えんしゅうしーと',
		'Worksheet',
		'考えたことを、決まった形にまとめる用紙。',
		'The sheet on which the thinking is put into one form.'
	),
	term(
		['4場面', '場面'],
		'よんばめん',
		'The four scenes',
		'日ごろの療養、入院と退院、急に悪くなったとき、看取り、の4つ。',
		'Everyday care, hospital stays, sudden change, and the end of life.'
	),
	term(
		['日常の療養支援', '日常療養支援'],
		'にちじょうのりょうようしえん',
		'Everyday care support',
		'ふだんのくらしの中の、医療と介護。',
		'Medical and care support in everyday life.'
	),
	term(
		['入退院支援'],
		'にゅうたいいんしえん',
		'Admission and discharge support',
		'入院するとき、家に帰るときの手伝い。',
		'Help with going into hospital and coming home.'
	),
	term(
		['急変時の対応', '急変時'],
		'きゅうへんじのたいおう',
		'Response to sudden change',
		'急に具合が悪くなったときに、どうするか。',
		'What is done when somebody suddenly gets worse.'
	),
	term(
		['看取り'],
		'みとり',
		'End-of-life care',
		'人生の最後のときを、そばで支えること。',
		'Being there for somebody at the end of life.'
	),
	term(
		['介護報酬'],
		'かいごほうしゅう',
		'Care fees',
		'介護のサービスに、国が決めた値段。',
		'The price of care services, set by the state.'
	),
	term(
		['診療報酬'],
		'しんりょうほうしゅう',
		'Medical fees',
		'医療に、国が決めた値段。',
		'The price of medical services, set by the state.'
	),
	term(
		['算定回数'],
		'さんていかいすう',
		'Number of claims',
		'そのサービスの料金が、何回請求されたか。',
		'How often a service was billed.'
	),
	term(
		['地域包括ケア「見える化」システム', '見える化システム'],
		'ちいきほうかつけあみえるかしすてむ',
		'Mieruka system',
		'介護の数字を、地域どうしで比べられる国のしくみ。',
		'The state’s system for comparing figures on care between areas.'
	),
	term(
		['モニタリング'],
		'もにたりんぐ',
		'Monitoring',
		'数字を続けて見ていくこと。',
		'Watching the figures over time.'
	),
	term(
		['PDCAサイクル'],
		'ぴーでぃーしーえーさいくる',
		'PDCA cycle',
		'計画する、やる、確かめる、直す、のくり返し。',
		'Plan, do, check, act, and again.'
	),
	term(
		['ロジックモデル'],
		'ろじっくもでる',
		'Logic model',
		'することから結果までを、線でつないだ図。',
		'A drawing that leads from what is done to what comes of it.'
	),
	term(
		['介護保険事業計画', '介護保険事業計画（第9期）', '第9期'],
		'かいごほけんじぎょうけいかく',
		'Long-term care insurance plan',
		'市区町村が3年ごとに作る、介護の計画。',
		'The plan for care that a municipality makes every three years.'
	),
	term(
		['保険者機能強化推進交付金'],
		'ほけんしゃきのうきょうかすいしんこうふきん',
		'Incentive grant',
		'取り組みのようすに応じて、国が市区町村に出すお金。',
		'Money the state gives municipalities for what they do.'
	),
	term(
		['協議会'],
		'きょうぎかい',
		'Council',
		'いろいろな団体の代表が集まり、話し合う会。',
		'A meeting of those who speak for many bodies.'
	),
	term(
		['式次第'],
		'しきしだい',
		'Agenda',
		'会議で話す順番を書いた紙。',
		'The order in which a meeting goes.'
	),
	term(
		['事務局'],
		'じむきょく',
		'Secretariat',
		'会議の準備や連絡をする係。',
		'Those who prepare a meeting.'
	),
	term(
		['委託先'],
		'いたくさき',
		'Contractor',
		'市区町村から仕事を任された団体。',
		'A body the municipality has given the work to.'
	),
	term(
		['三層分離'],
		'さんそうぶんり',
		'Three separate networks',
		'役所の通信を3つに分けて、情報を守ること。',
		'Keeping an office’s networks apart in three, to protect what they hold.'
	),
	term(
		['LGWAN'],
		'えるじーわん',
		'LGWAN',
		'役所どうしだけをつなぐ、外に出ない通信網。',
		'The closed network between local governments.'
	),
	term(
		['無害化'],
		'むがいか',
		'Sanitising',
		'ファイルから、危ない動きをするものを取りのぞくこと。',
		'Taking out of a file what could do harm.'
	),
	term(
		['付箋', '模造紙', '付箋・模造紙'],
		'ふせん・もぞうし',
		'Sticky notes and poster paper',
		'はって動かせる小さな紙と、それをはる大きな紙。',
		'Small papers that stick, and the large one they stick on.'
	),
	term(
		['島', '島（KJ法）'],
		'しま',
		'Cluster',
		'似たカードを集めた、かたまり。',
		'A group of cards that say alike.'
	),
	term(
		['書記', '発表者', '進行役'],
		'しょき・はっぴょうしゃ・しんこうやく',
		'Recorder, presenter, facilitator',
		'書きとめる人、発表する人、話し合いを進める人。',
		'Who writes down, who presents, and who leads.'
	),
	term(
		['点検（気づき）', '点検', '気づき'],
		'てんけん',
		'Check (hints)',
		'書いたものを見直すための質問。まちがいを責めるものではありません。',
		'Questions for looking again at what was written; they blame nobody.'
	)
] as const;
