"""The words that identify a line's kind.

Entries are compared with a line's key (``keys.key``): NFKC, lower case, letters and digits only, runs of
digits as one ``0``. So ``コメント（12件）`` and ``コメント 3件`` both have the key ``コメント0件``. Collected
from the layouts of Japanese news sites, blogs, press releases and newsletters. Add a word together with a row
in ``tests/unit/reading/test_kinds.py``.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _prefixes(text: str, *spaced: str) -> tuple[str, ...]:
    return (*text.split(), *spaced)


# Whole lines of navigation, sharing, subscription and law.
FURNITURE = _words(
    """
    シェア シェアする この記事をシェア この記事をシェアする 記事をシェア 記事をシェアする 友達にシェア
    シェア0 ツイート ツイートする ポスト ポストする xでシェア xでシェアする xで共有 xで共有する
    xでポスト xでポストする xに投稿 xに投稿する twitter twitterでシェア twitterで共有 x facebook
    facebookでシェア facebookでシェアする facebookで共有 facebookシェア line lineで送る lineでシェア
    lineで共有 lineに送る はてなブックマーク はてブ はてなブックマークに追加 bブックマーク hatena pocket
    noteで書く bluesky blueskyでシェア threads threadsでシェア mastodon instagram youtube tiktok
    シェアボタン sns 共有 共有する この記事を共有 コピー リンクをコピー リンクをコピーする urlをコピー
    urlをコピーする メールで送る メールで共有 印刷 印刷する この記事を印刷 この記事を印刷する 保存
    保存する あとで読む 後で読む ブックマーク ブックマークする クリップ クリップする スクラップ
    スクラップする お気に入りに追加 フォロー フォローする フォロー中 フォローして最新情報を受け取る
    いいね いいね0 いいね0件 0いいね スキ スキ0 0スキ 0件のいいね 拍手 拍手する コメント コメントする
    コメント0 コメント0件 0件のコメント コメントを書く コメントを見る コメントを投稿 コメントを読む
    コメントを残す 返信 返信する 通報 通報する 続きを読む もっと見る もっと読む すべて見る すべて表示
    全て見る 全文を読む 全文表示 記事全文を読む 閉じる 開く 折りたたむ 目次を開く 目次を閉じる 一覧
    一覧へ 一覧を見る 記事一覧 記事一覧へ ログイン ログインする ログアウト 会員登録 会員登録する
    会員登録はこちら 新規登録 新規会員登録 無料会員登録 無料登録 マイページ 購読 購読する 購読申し込み
    定期購読 お試し 有料会員限定 有料会員限定記事 会員限定 会員限定記事 有料記事 有料 無料
    この記事は有料会員限定です この記事は有料会員限定の記事です この記事は有料記事です
    この記事は会員限定です この記事は会員限定記事です 続きは会員登録で 会員登録して続きを読む
    ログインして続きを読む 登録して続きを読む メニュー menu ホーム home トップ top トップページ トップへ
    トップへ戻る ページトップへ ページの先頭へ ページトップに戻る 先頭へ戻る 上へ戻る 戻る 次へ 前へ
    検索 search サイト内検索 サイトマップ rss ヘルプ よくある質問 お知らせ 新着情報 ニュース 速報 天気
    動画 写真 特集 連載 社説 コラム ランキング カテゴリー カテゴリ タグ アーカイブ 本文へ 本文へ移動
    本文へスキップ メインコンテンツへスキップ 広告 pr ad 記事広告 スポンサー スポンサーリンク
    スポンサードリンク スポンサードサーチ advertisement sponsored 広告の後に続きます
    記事は広告の後に続きます この広告について 広告を非表示 次のページ 次のページへ 前のページ
    前のページへ 次ページ 前ページ 次の記事 前の記事 次の記事へ 前の記事へ 0ページ ページ0 page0
    0ページ目 p0 プライバシーポリシー 個人情報保護方針 利用規約 特定商取引法に基づく表記 免責事項
    著作権について サイトポリシー 運営会社 会社情報 お問い合わせ お問い合わせはこちら 問い合わせ
    採用情報 広告掲載 広告掲載について cookieポリシー cookieの設定 メルマガ登録 メルマガ メールマガジン
    メールマガジン登録 メルマガ登録はこちら メルマガを購読する ニュースレター登録 ニュースレターに登録
    配信停止 配信停止はこちら 配信解除 登録解除 配信の停止 ブラウザで表示 ブラウザで見る webで見る
    アプリ アプリで読む アプリで開く アプリをダウンロード アプリのダウンロード appstore googleplay 通知
    通知を受け取る 文字サイズ 文字の大きさ 小 中 大 標準 拡大 音声で聞く 記事を聞く 音声読み上げ
    印刷用ページ pdf pdfを開く pdfダウンロード 画像を拡大 写真を拡大 拡大する 画像をクリックして拡大
    写真を見る すべての写真を見る フォトギャラリー この記事の写真 この記事の写真を見る 画像ギャラリー
    sharethis sharethisarticle sharethisstory 各位 報道関係各位 報道関係者各位 プレスリリース
    ニュースリリース
    newsrelease pressrelease newsletter subscribe signin signup login share tweet follow readmore
    loadmore comments leaveacomment
    skiptocontent skiptomaincontent print copylink allrightsreserved 無断転載禁止 無断転載を禁じます
    同意 同意しない 拒否 許可 許可しない 今はしない あとで 後で 設定 設定を管理 はい いいえ ok 再生 一時停止
    ミュート 参考になった 参考になった0 役に立った 役に立たなかった ふつう 応援する サポートする ストック
    リブログ はてな 新規 会員 ショッピング お申し込み 申し込み ライブ 番組表 紙面 フォントサイズ 言語 english
    本文ここから ここから本文 ここから本文です 本文ここまで ここまで本文です コンテンツへスキップ
    無断複製禁止 禁無断転載 転載禁止 以上 終わり おわり 了 完
    """
)
# Beginnings of such lines.
FURNITURE_PREFIXES = _prefixes(
    """
    copyright 無断転載 無断での転載 記事写真等の無断 記事画像の無断 allrightsreserved 掲載の記事写真
    本サイトに掲載 当サイトに掲載 このメールは送信専用 このメールに心当たり 本メールは
    このメールマガジンは 残り0文字 この記事は有料会員 この記事は会員限定 この続きは 続きを読むには
    記事の続きは 有料会員になると 有料登録すると 会員登録すると ログインすると 無料会員に登録
    この記事を読んだ方 この記事が気に入ったら 記事が気に入ったら よろしければシェア
    最後までお読みいただきありがとう 最後まで読んでいただきありがとう 英語記事 原文はこちら 配信停止
    ご意見ご感想 次のページ 前のページ 次ページ 前ページ メールマガジンに登録 メルマガに登録
    ニュースレターに登録
    subscribeto signupfor
    """
)
# Furniture when a colon follows: contacts and filing.
LABELS = _words(
    """
    タグ カテゴリ カテゴリー ハッシュタグ お問い合わせ お問い合わせ先 お問合せ 問い合わせ 問い合わせ先
    連絡先 電話 電話番号 tel fax email mail メール メールアドレス url ホームページ 公式サイト 公式hp
    所在地 本社所在地 本社 住所 担当 担当者 広報担当 報道担当 会社名 社名 商号 代表者 代表 代表取締役
    設立 設立年月日 資本金 事業内容 従業員数
    """
)
# Headers above lists of other articles, sources or contacts.
TAIL_HEADERS = _words(
    """
    関連記事 関連ニュース 関連リンク 関連する記事 関連キーワード 関連情報 関連トピックス 関連コンテンツ
    関連特集 この記事の関連記事 この記事に関連する記事 あわせて読みたい 合わせて読みたい
    あわせて読みたい記事 こちらもおすすめ こちらの記事もおすすめ こちらもチェック おすすめ おすすめ記事
    おすすめの記事 おすすめコンテンツ あなたにおすすめ あなたにおすすめの記事 編集部のおすすめ
    編集部おすすめ この記事を読んだ人はこんな記事も読んでいます この記事を読んだ人におすすめ 人気記事
    人気の記事 人気記事ランキング 人気ランキング アクセスランキング ランキング 記事ランキング
    よく読まれている記事 よく読まれた記事 いま読まれている記事 今読まれている記事 最新記事 最新ニュース
    新着記事 新着ニュース 新着 最近の記事 最近の投稿 注目記事 注目の記事 注目ニュース トピックス
    ピックアップ 主要ニュース 特集 この連載の記事 連載一覧 バックナンバー この記事へのコメント
    みんなのコメント 前後の記事 同じカテゴリの記事 同じカテゴリーの記事 この著者の記事 著者の記事一覧
    この記事を書いた人 参考 参考文献 参考資料 参考リンク 参考記事 参考サイト 参考url 出典 情報源 引用
    引用元 ソース 脚注 注釈 外部リンク リンク リンク集 相互リンク リンク先 本件に関するお問い合わせ
    本件に関するお問い合わせ先 本件に関する問い合わせ先 本件に関する報道関係者からのお問い合わせ先
    本件に関する報道関係者のお問い合わせ先 報道関係者お問い合わせ先 報道関係者のお問い合わせ先
    お問い合わせ先 問い合わせ先 会社概要 会社情報 企業情報 発行者 発行元 プロフィール 著者プロフィール
    執筆者プロフィール relatedarticles related relatedposts relatedstories recommended recommendedforyou
    mostread mostpopular trending references readnext moreonthisstory
    """
)
# Everything under these is readers' comments, whether prose or not.
COMMENT_HEADERS = _words(
    """
    コメント0件 コメント0 0件のコメント この記事へのコメント みんなのコメント コメント一覧 comments
    """
)
# Labels of a summary box …
BOX_LABELS = _words(
    """
    ai要約 aiによる要約 aiが要約 ai要約β ai要約beta aiによる記事要約 aiによる自動要約 ai自動要約
    ai記事要約 aiによる記事の要約 aiサマリー aiまとめ aiによるまとめ aiのまとめ 生成ai要約
    生成aiによる要約 生成aiが要約 生成aiによる記事の要約 生成aiで要約 人工知能による要約
    この記事のai要約 記事のai要約 ニュースのai要約 aiが記事を要約 aiが要約した記事 aiで要約 ai0行要約
    aiによる0行要約 aiによる0行まとめ 0行要約 三行要約 0行まとめ 三行まとめ 0行でまとめ 0行でわかる
    0行で分かる 0行で読む 0行でわかるこの記事 ざっくり0行 この記事の0行まとめ この記事の0行要約
    この記事の要約 記事の要約 記事要約 自動要約 0秒で読める要約 0分で読める要約 aisummary
    aigeneratedsummary
    """
)
# … and those that a section may also have: they count only above the text.
SOFT_BOX_LABELS = _words(
    """
    要約 要点 ポイント この記事のポイント 記事のポイント 記事の要点 この記事の要点 この記事でわかること
    この記事の内容 0つのポイント 三つのポイント サマリー 今回のポイント 本記事のポイント 本記事の要約
    ニュースのポイント かんたん要約 ざっくり言うと ざっくりいうと 忙しい人のためのまとめ summary
    keypoints
    """
)
# Beginnings of a box's own small print.
BOX_NOTES = _prefixes(
    """
    ai要約 aiによる aiが 生成ai この要約 要約は 本要約 もっと見る 続きを読む 閉じる 要約を閉じる
    """
)
# First lines that head a section, not the article.
SECTION_NAMES = _words(
    """
    はじめに 概要 背景 目次 まとめ おわりに 要旨 序論 前書き まえがき introduction abstract overview
    background contents 本文
    """
)
# Endings of the names that sign an article.
AGENCY_ENDINGS = _prefixes(
    """
    通信 通信社 新聞 新聞社 新聞デジタル 新聞電子版 新聞オンライン 日報 日報社 タイムス タイムズ 新報
    民報 時報 編集部 取材班
    特派員 支局 総局 放送 放送局 テレビ 記者 ニュースデスク 編集委員 論説委員 配信 ニュース オンライン
    デジタル 時事 共同
    """
)
# Beginnings of lines about writers, dates and places: of the folded line, so with their colon (NFKC).
BYLINE_PREFIXES = _prefixes(
    """
    記者 文責 文: 文= 文/ 文・ 取材・ 取材: 取材/ 執筆 ライター 編集: 編集/ 編集部: 翻訳 訳: 訳= 訳/
    構成: 構成= 構成/ 構成・ 聞き手 著者 著: 著= 投稿者 投稿日 作成者 作成日 公開日 公開: 更新日 更新:
    最終更新 掲載日 配信日 配信: 発行日 発行: 発行人 発信日 発表日 日時: 日付: 開催日 場所: 会場:
    開催場所 出席: 出席者 欠席: 欠席者 参加者 参加: 司会: 議長: 書記: 記録: 記録者 進行: 差出人 送信者
    送信日時 宛先 日時 from: to: cc: date: sent: posted: published updated: author:
    """,
    "by ",
    "written by",
    "posted by",
    "posted on",
    "updated on",
    "last updated",
    "日 時:",
    "場 所:",
)
# The headline of a mail.
SUBJECT_PREFIXES = _prefixes(
    """
    件名: subject: タイトル: 題名:
    """
)
# Beginnings of captions, folded.
CAPTION_PREFIXES = _prefixes(
    """
    写真= 写真: 写真/ 写真提供 写真は 写真撮影 写真・ 写真キャプション 画像= 画像: 画像提供 画像は 動画=
    動画: 動画説明 画像説明 撮影= 撮影: 撮影/ 提供= 提供: 提供/ 資料写真 資料: イラスト= イラスト:
    イラスト/ グラフ= グラフ: 図= 図: 図表: 表= alt= alt: image: photo: photo= figure fig. credit:
    caption: getty
    [画像] [写真] [動画] 【画像】 【写真】 【動画】
    """,
    "image caption",
    "image source",
    "photo by",
)
