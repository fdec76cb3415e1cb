/** English: what the page `builder.html` says. */

export const builder = {
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
    "": "As its surroundings",
    light: "Light",
    dark: "Dark",
  } as Record<string, string>,
  themeHint: "An element is as its page, a frame as the reader’s system.",
  preset: "Starting figures",
  noPreset: "Standard figures",
  presetLabel: "What you call your figures",
  presetLabelHint: "Shown to readers, such as “As in this article”.",
  figures: "Your own figures",
  figuresHint: "Empty fields keep the starting figure. 70% and 0.7 mean the same.",
  more: "All other figures",
  show: (label: string) => `Show a control for ${label}`,
  shown: "Show",
  /** A choice that is left alone. */
  started: (choice: string) => `${choice} (as is)`,
  /** Lists, by their names, and figures of their rows. */
  listHints: {
    chips:
      "The chips that are compared. Without any, all that have a price are. A chip of your own is compared with those you choose.",
    offers: "Several clouds, a row for each. What a row leaves empty is as in the fields above.",
    scenarios: "What may happen, and how likely each is. The probabilities add up to 100%.",
  } as Record<string, string>,
  rowHints: {
    performance: "In the measure’s unit: teraFLOPS, GB, tokens a second.",
    sparsity: "Needed with teraFLOPS of your own.",
  } as Record<string, string>,
  alone: "Only one chip is compared. Choose others from the catalogue.",
  ownChip: "Your own chip",
  ownFigures: "Enter its price and performance.",
  gone: (name: string) => `${name} is no longer compared. Choose another.`,
  lastRow: "One row has to stay.",
  addRow: "Add a row",
  addOwn: "Add a chip with figures of your own",
  dropRows: "Back to the starting figures",
  removeAll: "Remove all",
  row: (number: number) => `Row ${number}`,
  removeRow: (number: number) => `Remove row ${number}`,
  remove: (name: string) => `Remove ${name}`,
  rowTexts: { id: "Name", name: "Name" } as Record<string, string>,
  catalogue: (count: number) =>
    count === 0 ? "Choose from the catalogue" : `Choose from the catalogue (${count} chosen)`,
  noPrice: "no price",
  byItself: "As the calculator chooses",
  inCatalogue: "Chip",
  notInCatalogue: "Not in the catalogue",
  json: "Figures as JSON",
  jsonLabel: "What no field holds",
  jsonHint: (example: string) =>
    `A JSON object, as the calculator’s function takes it, such as ${example}. What has a field or a row above moves there.`,
  notJson: (example: string) => `Write a JSON object, such as ${example}.`,
  tooLarge: "Write every number below 1e308. A larger one is none in JSON.",
  /** What to write in the JSON, where there is no list to choose from; `choices` as far as they are known. */
  written: (code: string, choices: readonly string[] = []): string | undefined =>
    code === "unknownChoice"
      ? choices.length > 0
        ? `Write one of these words: ${choices.join(", ")}.`
        : "Write one of the words that the reference lists for it."
      : code === "wrongType"
        ? "Write it as the reference has it: a number, a word, a list or an object."
        : code === "missing"
          ? "Add it, as the reference has it."
          : undefined,
  /** What to type, by the list whose row lacks its name. */
  missing: {
    chips: "Enter a name, such as “Our own chip”.",
    offers: "Enter a name, such as “Reserved for a year”.",
    scenarios: "Enter a name, such as “Demand doubles”.",
  } as Record<string, string>,
  /** What to type, by the setting whose text is refused. */
  ask: {
    currency: "Enter the three letters of a currency, such as EUR.",
    rate: "Enter a number above 0, such as 0.92.",
    "rate-date": "Enter a day, such as 2026-11-01.",
    base: "Enter an address that starts with https:// and ends with a folder, such as https://example.org/chips/.",
    at: "Enter an address that starts with https:// and ends with a folder, such as https://example.org/embeds/buy-or-rent/.",
  } as Record<string, string>,
  uncounted: (count: number) =>
    count === 1
      ? "One field is not in the code until it is corrected."
      : `${count} fields are not in the code until they are corrected.`,
  /** The currency that readers see. */
  display: {
    title: "Currency",
    lead: "You enter US dollars. Readers can see them converted, with the rate and its day beside them.",
    currency: "Currency that readers see",
    currencyHint: "Three letters, such as EUR. Empty for US dollars.",
    it: "that currency",
    rate: (currency: string) => `One US dollar, in ${currency}`,
    rateHint: "Such as 0.92.",
    date: "Day of the rate",
    dateHint: "The day on which the rate held.",
    missing: {
      currency: "Enter three letters, such as EUR. Until then readers see US dollars.",
      rate: "Enter the rate, such as 0.92. Until then readers see US dollars.",
      "rate-date": "Enter the day of the rate. Until then readers see US dollars.",
    },
  },
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
    "": "Follow new versions",
    frozen: "Freeze as they are today",
  } as Record<string, string>,
  followHints: {
    "": "A new version may bring newer standard figures.",
    frozen: "Every figure stays as it is, with the date beside it.",
  },
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
  unheld:
    "The address of this page cannot hold this many figures. Keep the code: after a reload the figures are gone.",
  tooLong: "The frame’s address cannot hold this many figures. Use the element.",
  day: (day: string) => `Figures as of ${day}`,
};
