/** What the builder says. */
import type { Language } from "../i18n.js";

const en = {
  title: "Build an embed",
  lead: "Choose a calculator, set it up, copy the code into your article.",
  calculator: "Calculator",
  language: "Language of the widget",
  heading: "Heading",
  headingHint: "Empty for the widget’s own question.",
  headingLevel: "Level of the heading",
  own: "The widget’s own",
  layout: "Size",
  layouts: { "": "By the room there is", compact: "Compact", full: "Full" } as Record<
    string,
    string
  >,
  theme: "Light or dark",
  themes: {
    "": "As the page; a frame, as the reader’s system",
    light: "Light",
    dark: "Dark",
  } as Record<string, string>,
  preset: "Starting figures",
  noPreset: "Standard figures",
  presetLabel: "What you call your figures",
  presetLabelHint: "Shown to readers, such as “As in this article”.",
  figures: "Your own figures",
  figuresHint: "Empty fields keep the starting figure. Write 0.7 for 70%.",
  more: "All other figures",
  show: (label: string) => `Show a control for ${label}`,
  shown: "Show",
  colors: "Colors",
  colorNames: {
    accent: "Owning, controls",
    contrast: "Renting",
    text: "Text",
    muted: "Small text",
    surface: "Background",
    border: "Lines",
  } as Record<string, string>,
  use: (name: string) => `Choose a color for ${name}`,
  ratio: (ratio: string, least: string, good: boolean) =>
    good
      ? `${ratio} to 1 on the background: enough`
      : `${ratio} to 1 on the background: too little, at least ${least} to 1 is needed`,
  inTheDark: "where the reader’s system is dark. Choose “Light”, or colors that fit both.",
  preview: "Preview",
  phone: "Phone",
  desk: "Desk",
  code: "Code to paste",
  ways: {
    element: "Element",
    frame: "Frame",
    static: "Static",
  } as Record<string, string>,
  wayHints: {
    element:
      "For pages that may run scripts. The widget takes the page’s fonts and colors. The sentence shows where scripts do not run.",
    frame:
      "For systems that accept only iframes. A frame cannot see your page: if that is always light, choose “Light”. The last line sets the height; without it the frame keeps one height and scrolls.",
    static:
      "For newsletters, feeds and systems that accept neither. Answer, chart and table of today; nothing to move.",
  } as Record<string, string>,
  base: "Where the files are served",
  baseHint: "The address of the folder that you have put the package’s files into.",
  follow: "Figures",
  follows: {
    "": "Follow: new versions may bring newer standard figures",
    frozen: "Freeze: every figure as it is today, with the date",
  } as Record<string, string>,
  copy: "Copy the code",
  copied: "Copied.",
  notCopied: "The browser refused. The code is selected: copy it with Ctrl+C or ⌘C.",
  sentence: "The answer, for where the widget does not run",
  weight: (first: string, whole: string) =>
    `A page loads ${first} KB at first, and ${whole} KB once a reader comes near.`,
  weightFrame: (first: string, whole: string) =>
    `A page loads ${first} KB for the height, and the frame ${whole} KB once a reader comes near.`,
  weightStatic: (size: string) => `The code is ${size} KB, and loads nothing.`,
  wordpress:
    "WordPress removes scripts and frames of authors who may not post unfiltered HTML. They use the plugin, or the static code.",
  oembed: {
    title: "Let other sites show the frame from a link (oEmbed)",
    lead: "Put the two files into a folder of your web server. Where an editor pastes that folder’s address, Ghost, WordPress and others show the calculator.",
    at: "Address of the folder",
    atHint: "A folder of its own, such as https://example.org/embeds/buy-or-rent/",
    provider: "Name of your site",
    providerHint: "Empty for the name in the address.",
    author: "Author",
    authorHint: "May stay empty.",
    save: (file: string) => `Save ${file}`,
    link: "For the head of your article, so that its own address works as well",
  },
  problems: "Not used:",
  refused: "The calculator refuses these figures:",
  tooLong: "The frame’s address cannot hold this many figures. Use the element.",
  day: (day: string) => `Figures as of ${day}`,
};

export type BuilderWords = typeof en;

const zh: BuilderWords = {
  title: "制作嵌入代码",
  lead: "选择计算器，调好参数，再把代码贴进文章。",
  calculator: "计算器",
  language: "组件语言",
  heading: "标题",
  headingHint: "留空则使用组件自带的问题作标题。",
  headingLevel: "标题级别",
  own: "组件默认",
  layout: "尺寸",
  layouts: { "": "随版面宽度", compact: "紧凑", full: "完整" },
  theme: "浅色或深色",
  themes: { "": "随页面；内嵌框架随读者系统", light: "浅色", dark: "深色" },
  preset: "起始数据",
  noPreset: "标准数据",
  presetLabel: "为这组数据命名",
  presetLabelHint: "读者会看到，例如“本文数据”。",
  figures: "自定数据",
  figuresHint: "留空则沿用起始数据。70% 请写 0.7。",
  more: "其他全部参数",
  show: (label) => `显示“${label}”的控件`,
  shown: "显示",
  colors: "颜色",
  colorNames: {
    accent: "自购、控件",
    contrast: "租用",
    text: "正文",
    muted: "小字",
    surface: "背景",
    border: "线条",
  },
  use: (name) => `自选颜色：${name}`,
  ratio: (ratio, least, good) =>
    good
      ? `与背景的对比度为 ${ratio}:1，足够`
      : `与背景的对比度为 ${ratio}:1，不足，至少需 ${least}:1`,
  inTheDark: "（读者系统为深色时）。请选“浅色”，或改用两者皆宜的颜色。",
  preview: "预览",
  phone: "手机",
  desk: "电脑",
  code: "可粘贴的代码",
  ways: { element: "网页元素", frame: "内嵌框架", static: "静态内容" },
  wayHints: {
    element: "用于可运行脚本的页面。组件沿用页面的字体和颜色；脚本不运行时显示结论句。",
    frame:
      "用于只接受内嵌框架的系统。框架看不到所在页面：页面若始终为浅色，请选“浅色”。最后一行用来调整高度；删去后高度固定，可滚动。",
    static: "用于邮件简报、订阅源和两者都不接受的系统。显示当天的结论、图表和表格，不可调节。",
  },
  base: "文件所在地址",
  baseHint: "存放本软件包文件的目录地址。",
  follow: "数据",
  follows: {
    "": "跟随：新版本可能带来更新的标准数据",
    frozen: "冻结：所有数据保持今天的数值，并注明日期",
  },
  copy: "复制代码",
  copied: "已复制。",
  notCopied: "浏览器拒绝了复制。代码已选中，请按 Ctrl+C 或 ⌘C。",
  sentence: "结论句（组件不运行时显示）",
  weight: (first, whole) => `页面先加载 ${first} KB，读者接近时共 ${whole} KB。`,
  weightFrame: (first, whole) => `页面为调整高度加载 ${first} KB，读者接近时框架加载 ${whole} KB。`,
  weightStatic: (size) => `代码 ${size} KB，不加载任何文件。`,
  wordpress:
    "WordPress 会删除无“未过滤 HTML”权限的作者所贴的脚本和框架。这类作者请使用插件或静态代码。",
  oembed: {
    title: "让其他网站凭链接显示此框架（oEmbed）",
    lead: "把下面两个文件放进网站上的一个目录。编辑在 Ghost、WordPress 等系统里粘贴该目录的地址，就会显示计算器。",
    at: "目录地址",
    atHint: "单独使用的目录，例如 https://example.org/embeds/buy-or-rent/",
    provider: "网站名称",
    providerHint: "留空则使用地址中的域名。",
    author: "作者",
    authorHint: "可以留空。",
    save: (file) => `保存 ${file}`,
    link: "贴在文章的 head 里，粘贴文章自身的地址也同样有效",
  },
  problems: "未采用：",
  refused: "计算器不接受这些数据：",
  tooLong: "框架的地址容不下这么多数据，请改用网页元素。",
  day: (day) => `数据截至 ${day}`,
};

export const words: Readonly<Record<Language, BuilderWords>> = { en, zh };
