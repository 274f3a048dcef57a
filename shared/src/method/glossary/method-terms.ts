import { term } from './term.ts';

/** Terms of the way of thinking: what the cards, their fields and the steps are called. */
export const methodTerms = [
	term(
		['目指す姿', '目指す姿（ビジョン）', '2 目指す姿', 'どの姿か'],
		'めざすすがた',
		'Vision',
		'こうなったらよい、という地域や連携のようす。はじめにみんなで決めます。',
		'How things should be, for the area or for working together. It is agreed on first.'
	),
	term(
		['目指す地域の姿'],
		'めざすちいきのすがた',
		'Vision for the area',
		'住んでいる人のくらしが、どうなったらよいか。',
		'How the people who live here should fare.'
	),
	term(
		['目指す連携の姿'],
		'めざすれんけいのすがた',
		'Vision for working together',
		'医療や介護の人が、どう力を合わせられたらよいか。',
		'How medical and care people should work together.'
	),
	term(
		['現状', '種類'],
		'げんじょう',
		'Current state',
		'いま、どうなっているか。数字や、聞いた話で書きます。',
		'How things are now: figures, or what people said.'
	),
	term(
		['聞いた相手（職種）', '聞いた相手'],
		'きいたあいて',
		'Heard from',
		'その話をしてくれた人の仕事。名前は書きません。',
		'The profession of whoever said it, never a name.'
	),
	term(
		['出どころ'],
		'でどころ',
		'Where it comes from',
		'その数字や話が、どこから来たか。',
		'Where the figure or the story comes from.'
	),
	term(
		['ギャップ'],
		'ぎゃっぷ',
		'Gap',
		'目指す姿と現状の差。ここに課題があります。',
		'The difference between vision and current state; there lies the issue.'
	),
	term(
		['課題'],
		'かだい',
		'Issue',
		'差をなくすために、解決しなければならないこと。',
		'What has to be solved to close the gap.'
	),
	term(
		['解決したいテーマ', 'テーマ', '1 解決したいテーマ'],
		'かいけつしたいてーま',
		'Theme to solve',
		'このボードで考える、1つの困りごと。だれの、どんなことかまで書きます。',
		'The one difficulty this board is about: whose, and what exactly.'
	),
	term(
		['扱い'],
		'あつかい',
		'Status',
		'候補か、選んだテーマか、今回は見送るか。',
		'A candidate, the chosen theme, or set aside for now.'
	),
	term(
		['具体化'],
		'ぐたいか',
		'Making concrete',
		'「だれが・どこで・どんなとき」まで、はっきりさせること。',
		'Saying clearly who, where and when.'
	),
	term(
		['前の表現'],
		'まえのひょうげん',
		'Earlier wording',
		'書き直す前の文。考えがどう変わったかが分かります。',
		'The sentence before it was reworded; it shows how the thinking moved.'
	),
	term(
		['優先度'],
		'ゆうせんど',
		'Priority',
		'どれを先に考えるか。',
		'Which one is thought about first.'
	),
	term(
		['対象疾患'],
		'たいしょうしっかん',
		'Target disease',
		'どの病気の人のことか。たとえば骨折、脳卒中、がん。',
		'Which disease it is about, such as fractures, stroke or cancer.'
	),
	term(
		['連携当事者'],
		'れんけいとうじしゃ',
		'Parties',
		'力を合わせる人たち。病院、ケアマネジャー、本人、家族など。',
		'Those who have to work together: hospital, care manager, the person, the family.'
	),
	term(
		['原因', '要因', '3 考えられる原因'],
		'げんいん',
		'Cause',
		'困りごとが起きるわけ。「なぜ？」の答えです。',
		'Why the difficulty comes about: the answer to “Why?”.'
	),
	term(
		['解決すべき原因', '根本原因', '4 解決すべき原因（根本原因）'],
		'かいけつすべきげんいん',
		'Root cause',
		'いちばん元にある原因。ここを変えると、ほかもよくなります。',
		'The cause at the bottom. When it changes, the rest gets better too.'
	),
	term(
		['選んだ理由（一言）', '選んだ理由'],
		'えらんだりゆう',
		'Reason for the choice',
		'なぜその原因に決めたか。一言で書きます。',
		'Why this cause was chosen, in one phrase.'
	),
	term(
		['区分（…に関する課題）', '区分'],
		'くぶん',
		'Category',
		'何についての原因か。たとえば「知識に関する課題」。',
		'What the cause is about, such as “knowledge”.'
	),
	term(
		['対策', '5 対策'],
		'たいさく',
		'Measure',
		'原因をなくすために、することです。',
		'What is done to take the cause away.'
	),
	term(
		['対象（誰に）', '対象'],
		'たいしょう',
		'Audience',
		'だれに向けてするか。',
		'Whom it is for.'
	),
	term(
		['まとまり（◯◯向け対策）', 'まとまり'],
		'まとまり',
		'Group',
		'同じ人に向けた対策を、ひとまとめにする名前。',
		'A name that gathers the measures for the same people.'
	),
	term(
		['時期'],
		'じき',
		'Timing',
		'いつするか。本年度、来年度など。',
		'When it is done: this year, next year.'
	),
	term(
		['重点テーマ'],
		'じゅうてんてーま',
		'Priority theme',
		'計画の中で、とくに力を入れること。',
		'What a plan puts most effort into.'
	),
	term(
		['役割分担'],
		'やくわりぶんたん',
		'Sharing roles',
		'だれが何をするかを決めること。',
		'Deciding who does what.'
	),
	term(
		['作業部会', '担当・作業部会', '担当', '部会のメンバー'],
		'さぎょうぶかい',
		'Working group',
		'準備や資料づくりをする、少ない人数の集まり。',
		'A few people who prepare things together.'
	),
	term(
		['期待したこと', '対策に期待したこと', '期待される成果・効果', '6 対策に期待したこと'],
		'きたいしたこと',
		'Expected outcome',
		'対策をすると、何がどうよくなるか。',
		'What gets better, and how, when the measure is taken.'
	),
	term(
		['増えるか減るか'],
		'ふえるかへるか',
		'Direction',
		'よくなると、数が増えるのか、減るのか。',
		'Whether the number goes up or down when things get better.'
	),
	term(
		['誰の・何の'],
		'だれの・なんの',
		'Whose',
		'だれの、または何についてのことか。',
		'Whose it is, or what it is about.'
	),
	term(
		['評価'],
		'ひょうか',
		'Evaluation',
		'期待したことと、いまを比べること。できばえの点数ではありません。',
		'Comparing what was expected with how it is now. It is no mark.'
	),
	term(
		['評価指標', '指標', '7・8 評価指標 ｜ 把握方法'],
		'ひょうかしひょう',
		'Indicator',
		'よくなったかを見るための、ものさし。数で表します。',
		'A yardstick, as a number, for whether things got better.'
	),
	term(
		['指標の種類', 'ストラクチャー指標', 'プロセス指標', 'アウトカム指標'],
		'しひょうのしゅるい',
		'Kind of indicator',
		'しくみ（ストラクチャー）、していること（プロセス）、結果（アウトカム）の3つがあります。',
		'What is there (structure), what is done (process), or what came of it (outcome).'
	),
	term(
		['単位'],
		'たんい',
		'Unit',
		'数のうしろに付く言葉。％、人、回など。',
		'What stands behind the number: %, people, times.'
	),
	term(
		['現状値', '現状値の時点'],
		'げんじょうち',
		'Baseline',
		'いまの数字と、いつの数字か。',
		'The number now, and when it was taken.'
	),
	term(
		['目標値', '目標の時点'],
		'もくひょうち',
		'Target',
		'そうなってほしい数字と、いつまでにか。',
		'The number hoped for, and by when.'
	),
	term(
		['把握方法', '方法'],
		'はあくほうほう',
		'Data source',
		'その数字や声を、どうやって知るか。',
		'How the number or the voices are found out.'
	),
	term(
		['回答者'],
		'かいとうしゃ',
		'Respondent',
		'アンケートなどに答える人。',
		'Whoever answers the questions.'
	),
	term(
		['集める人'],
		'あつめるひと',
		'Collected by',
		'答えや数字を集める人や部署。',
		'The person or office that collects the answers.'
	),
	term(
		['地域単位'],
		'ちいきたんい',
		'Geographic level',
		'どの広さの数字か。市町村、二次医療圏、県など。',
		'How large an area the number is for: municipality, medical area, prefecture.'
	),
	term(
		['年度'],
		'ねんど',
		'Fiscal year',
		'4月から次の年の3月までの1年。',
		'The year from April to the next March.'
	),
	term(
		['見直し'],
		'みなおし',
		'Review',
		'やってみた結果から、計画を直すこと。',
		'Changing the plan by what came of it.'
	),
	term(
		['これから', 'これからの理由'],
		'これから',
		'Decision',
		'続けるか、見直すか、終えるか。そのわけも書きます。',
		'Continue, revise or end, and why.'
	),
	term(
		['メモ', 'メモの種類'],
		'めも',
		'Note',
		'カードに付ける、短い覚え書き。',
		'A short remark that belongs to a card.'
	)
] as const;
