const list = (words: string): readonly string[] => words.trim().split(/\s+/);

/**
 * The words the checks look for, as people write them: kana or kanji, full or half width makes no difference, and
 * … stands for anything in between. Data, not code: another programme brings its own.
 */
export const checkWords = {
	/** Themes that say only that people should work together. */
	abstractTheme: list(`
		連携が弱い 連携不足 連携が不足 連携を強化 連携の強化 連携を図る
		連携ができていない 切れ目のない…構築 切れ目のない…提供 情報共有を図る
		情報共有ができていない 情報共有が不足
	`),
	/** Words of the field that name everybody and so nobody; taken away before anything concrete is looked for. */
	general: list(`
		在宅医療・介護 在宅医療と介護 在宅医療介護 在宅医療 医療と介護 医療・介護
		在宅関係者 病院関係者 関係者 関係機関 医療機関 多職種 専門職 医療職 介護職
		入退院支援 入退院時 入退院 退院支援 退院時 看取り支援 病院
	`),
	/** Who takes part, including those who are helped. */
	parties: list(`
		本人 家族 高齢者 患者 利用者 療養者 介護者 住民 市民 独居 遺族 医師 主治医
		在宅医 看護 病院 診療所 医療機関 訪問診療 ケアマネ 薬剤師 薬局 歯科 リハ
		療法士 保健師 ヘルパー 訪問介護 介護職 ケア職 相談員 ソーシャルワーカー
		コーディネーター 救急隊 消防 施設 事業所 包括 行政 市町村 市区町村 保健所
		民生委員 社協 スタッフ 職員 専門職 多職種 関係者
	`),
	/** Things that happen to people. */
	events: list(`
		退院 入院 入所 急変 転倒 再発 看取り 最期 搬送 救急車 受診 誤嚥 服薬 通院
		事例 ケース
	`),
	diseases: list(`
		骨折 脳卒中 脳血管 脳梗塞 心不全 心疾患 心筋梗塞 肺炎 誤嚥性 がん患者 がんの
		末期がん がん末期 悪性 認知症 糖尿病 腎不全 透析 難病 ALS パーキンソン
		COPD 呼吸不全 廃用 精神疾患 うつ病 統合失調 褥瘡 感染症 フレイル
		医療的ケア
	`),
	/** How a sentence ends that says what is to be done. */
	solutionEndings: list(`
		を開催する を開く を作る を作成する を図る を実施する を行う を整備する
		を構築する を設置する を強化する を推進する を導入する が必要 が必要である べき
		べきである
	`),
	/** What is done, not what comes of it. */
	means: list(`
		連携 情報共有 情報を共有 会議 カンファレンス ルール 研修 体制 仕組み
		ネットワーク システム ツール
	`),
	/** The life of those for whom it is done. */
	lives: list(`
		本人 家族 高齢者 患者 利用者 療養者 介護者 住民 市民 人が 人も 人々 誰も
		在宅で 在宅生活 在宅療養 自宅で 生活 暮らし 暮らせ 最期 安心 意向 住み慣れ
		地域で 再入院 救急車 看取り
	`),
	/** How a sentence ends that describes a state. */
	stateEndings: list(`
		できる ている でいる られる せる れる える める ある いる ない 状態 地域
		まち 社会
	`),
	/** Measures that say neither who nor what. */
	abstractMeasure: list(`
		情報共有を図る 情報共有する 情報を共有する 情報共有の推進 連携を強化 連携強化
		連携の強化 連携を図る 連携を深める 周知する 周知を図る 普及啓発 啓発する
		体制を整備 体制の整備 体制を構築 体制の構築 意識を高める 顔の見える関係
	`),
	training: list(`
		研修 勉強会 講習会 講演会 セミナー 学習会
	`),
	/** What may stand around 研修 without saying anything about it. */
	trainingShell: list(`
		多職種 合同 研修会 研修 勉強会 講習会 講演会 セミナー 学習会 定期的に 定期的
		年に 開催 実施 企画 行う 開く すること する こと
	`),
	/** Words behind which stands whom a measure is for. */
	audienceMarks: list(`
		向け を対象 対象に 対象とした に対し に対する
	`),
	familyAudience: list(`
		家族 本人 高齢者 患者 利用者 療養者 介護者 住民 市民 町民 村民
	`),
	professionalAudience: list(`
		専門職 病院 医師 医療機関 診療所 看護 ケアマネ スタッフ 職員 救急 消防 薬剤
		薬局 歯科 リハ 事業所 施設 多職種 関係者 ケア職 介護職 行政 保健師 包括
		相談員
	`),
	/** Signs that people asked whether a measure can be done here. */
	feasibility: list(`
		実現でき 実現可能 できそう 実施可能 予算 人手 費用 会場 協力が得られ 既存の
	`),
	/** What an expectation says of up or down. */
	directions: list(`
		増え 増加 増す 減る 減り 減って 減少 減らせ 上が 上昇 向上 下が 低下 高ま
		高くなる 低くなる 抑え 抑制 改善 短く 短縮 長く 延び 伸び 広が 広ま 深ま
		縮ま 縮小 拡大 なくなる ゼロ 少なく 多く 早く 強ま 弱ま 維持
	`),
	/** What only counts that something was done. */
	activities: list(`
		開催回数 開催数 開催率 実施回数 実施件数 研修会の回数 会議の回数 参加者数
		参加人数 参加率 参加者が 出席 配布数 配布部数 受講者 受講率
	`),
	/** Sources that may be empty for one municipality. */
	claimSystems: list(`
		見える化 レセプト KDB 国保データベース
	`),
	/** Areas wide enough for such sources. */
	wideLevels: list(`
		二次医療圏 医療圏 圏域 都道府県 県 全国
	`),
	municipalLevels: list(`
		市 町 村 区
	`),
	/** What a cause names when it already thinks of the answer. */
	solutions: list(`
		研修 勉強会 ルール 会議 マニュアル システム ツール シート パンフレット 窓口
		協議会
	`),
	lacks: list(`
		がない がなく がなかった 不足 が足りない の未整備
	`),
	/** Causes too large to be solved. */
	broadCauses: list(`
		人材不足 人手不足 高齢化 連携不足 連携が不足 連携が弱い 意識が低い 意識の低さ
		理解不足 制度の問題 予算がない 予算不足 時間がない 忙しい
	`),
	/** Units of a share rather than a count. */
	shares: list(`
		率 割合 % 割
	`),
	/** The sides a cause may lie with, each one list. */
	sides: [
		list('病院 主治医 医師 病棟 専門職 スタッフ'),
		list('ケアマネ'),
		list('家族 本人 独居 介護力 患者 高齢者 住民'),
		list('訪問看護 訪問診療 在宅医 事業所 施設'),
		list('行政 市町村 市役所 制度'),
		list('地域資源 社会資源 見守り 地域の資源')
	]
} satisfies Record<string, readonly (string | readonly string[])[]>;

/** A list of words for every purpose of the checks; a method pack may replace any of them. */
export type CheckWords = {
	readonly [Key in keyof typeof checkWords]: Key extends 'sides'
		? readonly (readonly string[])[]
		: readonly string[];
};

/** The lists that a method pack brings; the manual's stand in for the others. */
export type OwnWords = { readonly [Key in keyof CheckWords]?: CheckWords[Key] | undefined };

const merged = new WeakMap<OwnWords, CheckWords>();

/** All lists, a pack's own before the manual's. The same pack always gives the same object. */
export function withOwnWords(own?: OwnWords): CheckWords {
	if (!own) return checkWords;
	const known = merged.get(own);
	if (known) return known;
	const given = Object.fromEntries(Object.entries(own).filter(([, list]) => list !== undefined));
	const words: CheckWords = { ...checkWords, ...given };
	merged.set(own, words);
	return words;
}
