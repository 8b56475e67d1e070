/** What frame.html says besides the box, in Japanese and English. */

export const labels = {
  ja: {
    lang: "ja",
    field: "記事",
    placeholder: "記事を貼り付けてください",
    private: "文章はこの枠の中だけで処理します。まわりのページにも、サーバーにも渡りません。",
  },
  en: {
    lang: "en",
    field: "Article (記事)",
    placeholder: "Paste a Japanese article here",
    private: "The text stays inside this frame: neither the page around it nor any server gets it.",
  },
};
