import { term } from './term.ts';

/** Terms of care: who works where, and what they call what they do. */
export const careTerms = [
	term(
		['病床', '病床・どことどこ'],
		'びょうしょう',
		'Ward',
		'病院のベッドの種類と、どこからどこへ移るときの話か。',
		'The kind of hospital bed, and from where to where somebody moves.'
	),
	term(
		['急性期病床', '急性期'],
		'きゅうせいき',
		'Acute care ward',
		'病気やけがの、はじめの時期をみる病床。',
		'For the first time of an illness or injury.'
	),
	term(
		['回復期リハビリテーション病床', '回復期'],
		'かいふくき',
		'Rehabilitation ward',
		'家に帰るための練習をする病床。',
		'For training towards going home.'
	),
	term(
		['地域包括ケア病床'],
		'ちいきほうかつけあびょうしょう',
		'Community care ward',
		'家に帰る準備や、家で具合が悪くなった人をみる病床。',
		'For getting ready to go home, or for people who got worse at home.'
	),
	term(
		['療養病床'],
		'りょうようびょうしょう',
		'Long-term care ward',
		'長く医療を受ける人のための病床。',
		'For those who need medical care for long.'
	),
	term(
		['市区町村の事業担当者', '事業担当者'],
		'しくちょうそんのじぎょうたんとうしゃ',
		'Municipal officer in charge',
		'役所で、この仕事を受け持つ人。',
		'Who looks after the programme at the municipality.'
	),
	term(
		['事務職'],
		'じむしょく',
		'Administrative staff',
		'医療や介護の資格でなく、役所の事務をする人。',
		'Office staff without a care profession.'
	),
	term(
		['保健師'],
		'ほけんし',
		'Public health nurse',
		'地域の人の健康を守る、役所などの専門の人。',
		'A professional who looks after the health of an area’s people.'
	),
	term(
		['在宅医療コーディネーター', 'コーディネーター'],
		'ざいたくいりょうこーでぃねーたー',
		'Home-care coordinator',
		'医療と介護の人の間をつなぐ係。',
		'Who brings medical and care people together.'
	),
	term(
		['ケアマネジャー', '介護支援専門員'],
		'けあまねじゃー',
		'Care manager',
		'介護の計画を作り、サービスをまとめる人。',
		'Who plans the care and arranges the services.'
	),
	term(
		['訪問看護師', '訪問看護ステーション', '訪問看護'],
		'ほうもんかんごし',
		'Home-visit nurse',
		'家に来てくれる看護師と、その事業所。',
		'A nurse who comes to the home, and where such nurses work from.'
	),
	term(
		['看護小規模多機能型居宅介護'],
		'かんごしょうきぼたきのうがたきょたくかいご',
		'Combined nursing and care service',
		'通う・泊まる・来てもらうを、看護も合わせて1か所で受けられるサービス。',
		'Day visits, overnight stays and home visits, with nursing, from one place.'
	),
	term(
		['リハ職'],
		'りはしょく',
		'Rehabilitation staff',
		'体や言葉、飲みこみの練習を手伝う専門の人。',
		'Professionals who help to train body, speech and swallowing.'
	),
	term(
		['国保担当者'],
		'こくほたんとうしゃ',
		'Health insurance officer',
		'役所で、国民健康保険を受け持つ人。',
		'Who looks after national health insurance at the municipality.'
	),
	term(
		['地域包括支援センター'],
		'ちいきほうかつしえんせんたー',
		'Community support centre',
		'高齢の人のくらしの相談を受ける所。',
		'Where older people and their families can ask for advice.'
	),
	term(
		['多職種'],
		'たしょくしゅ',
		'Of many professions',
		'いろいろな仕事の人が、いっしょに関わること。',
		'People of different professions together.'
	),
	term(
		['退院前ケアカンファレンス', '退院前カンファレンス'],
		'たいいんまえけあかんふぁれんす',
		'Meeting before discharge',
		'退院の前に、病院と家の支援をする人が話し合う会。',
		'Hospital and home staff talk before somebody goes home.'
	),
	term(
		['サービス担当者会議'],
		'さーびすたんとうしゃかいぎ',
		'Care-plan meeting',
		'その人を支える人たちが集まり、計画を話し合う会。',
		'Those who support a person talk about the plan.'
	),
	term(
		['ケアプラン原案', 'ケアプラン'],
		'けあぷらんげんあん',
		'Draft care plan',
		'どんな介護を受けるかの計画の、下書き。',
		'The draft of what care a person will get.'
	),
	term(
		['入退院支援ルール'],
		'にゅうたいいんしえんるーる',
		'Discharge rule',
		'入院や退院のとき、だれがいつ連絡するかの決まり。',
		'The area’s rule for who tells whom, and when, at hospital stays.'
	),
	term(
		['代理受診'],
		'だいりじゅしん',
		'Visit by proxy',
		'本人の代わりに、家族が病院で話を聞くこと。',
		'The family sees the doctor in the person’s place.'
	),
	term(
		['訪問診療'],
		'ほうもんしんりょう',
		'Planned home visits by a doctor',
		'医師が日を決めて、家に来てみてくれること。',
		'A doctor comes to the home on fixed days.'
	),
	term(
		['心理的準備性'],
		'しんりてきじゅんびせい',
		'Psychological readiness',
		'これから起こることを、前もって分かっている心の備え。',
		'Being ready in mind for what may come.'
	)
] as const;
