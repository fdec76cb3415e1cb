// What the command prints to be pasted: right as HTML, and still an answer after what systems do to it.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import createDOMPurify from "dompurify";
import { htmlToText } from "html-to-text";
import { JSDOM } from "jsdom";
import markdownIt from "markdown-it";
import { parseFragment } from "parse5";
import rehypeParse from "rehype-parse";
import rehypeSanitize from "rehype-sanitize";
import rehypeStringify from "rehype-stringify";
import RssParser from "rss-parser";
import sanitizeHtml from "sanitize-html";
import { unified } from "unified";

import { source } from "./source.mjs";

const pkg = new URL("../../pkg/", import.meta.url);
const functions = await import(new URL("index.js", pkg));
const { calculators } = await source("generated/metadata");
const camel = (name) => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());

function call(...args) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [fileURLToPath(new URL("cli.js", pkg)), ...args],
    { encoding: "utf8", maxBuffer: 1e8 },
  );
  return { status, stdout: stdout.trimEnd(), stderr: stderr.trimEnd() };
}

function printed(...args) {
  const { status, stdout, stderr } = call(...args);
  // That without --base the folder is made up.
  const told = stderr.replace(/^The code loads from example\.org\..*$/, "");
  assert.deepEqual([status, told], [0, ""]);
  return stdout;
}

const CALCULATORS = [
  "price-performance",
  "cluster-tco",
  "cloud-break-even",
  "investment-return",
  "product-line",
  "scenario-outlook",
];
const DAY = ["--date", "2026-11-26"];

const text = (html) => new JSDOM(html).window.document.body.textContent.replace(/\s+/g, " ").trim();
const times = (whole, part) => whole.split(part).length - 1;

/** Title, sentence and figures, as `render --text` prints them. */
function answer(...args) {
  const [title, , sentence, , ...rest] = printed("render", ...args, "--text", ...DAY).split("\n");
  const rows = rest.slice(0, -2).map((row) => /^(.*)(?:: |：)(.*)$/.exec(row).slice(1));
  return { title, sentence, rows, foot: rest.at(-1) };
}

test("the element's snippet is the script and the tag, its answer inside", () => {
  const args = ["cloud-break-even", "--gpus", "64", "--lang", "zh", "--accent-color", "#0A6B68"];
  const html = printed("snippet", ...args, "--base", "https://cdn.invalid/chips");
  const { sentence } = answer("cloud-break-even", "--gpus", "64", "--lang", "zh");
  const hash = createHash("sha384")
    .update(readFileSync(new URL("embed.js", pkg)))
    .digest("base64");
  assert.equal(
    html,
    [
      `<script src="https://cdn.invalid/chips/embed.js" integrity="sha384-${hash}" crossorigin="anonymous" defer></script>`,
      '<chip-cloud-break-even gpus="64" lang="zh" style="--chip-accent:#0a6b68">',
      sentence,
      "</chip-cloud-break-even>",
    ].join("\n"),
  );
});

test("the frame's snippet carries title, height and answer, and its address the state", () => {
  const args = ["cloud-break-even", "--gpus", "64", "--heading", 'A "B" & C', "--no-integrity"];
  const html = printed("snippet", ...args, "--way", "frame", "--base", "/chips/");
  const [frame, script] = parseFragment(html).childNodes.filter(({ tagName }) => tagName);
  const attributes = Object.fromEntries(frame.attrs.map(({ name, value }) => [name, value]));
  assert.deepEqual(
    [attributes.src, attributes.title, attributes.loading, attributes.allow],
    [
      "/chips/frame.html?v=1&calculator=cloud-break-even&gpus=64&heading=A+%22B%22+%26+C&lang=en",
      'A "B" & C',
      "lazy",
      "clipboard-write; web-share",
    ],
  );
  assert.equal(
    attributes.style,
    "width:100%;border:0;height:560px;height:if(supports(frame-sizing:content-height):auto;" +
      "else:560px);frame-sizing:content-height",
  );
  assert.equal(script.attrs.find(({ name }) => name === "src").value, "/chips/frame.js");
  assert.ok(html.includes(answer("cloud-break-even", "--gpus", "64").sentence));
});

test("frozen figures are all written out", () => {
  const following = printed("snippet", "cluster-tco", "--preset", "h100");
  const frozen = printed("snippet", "cluster-tco", "--preset", "h100", "--frozen");
  assert.match(following, /<chip-cluster-tco preset="h100" lang="en">/);
  assert.doesNotMatch(frozen, /preset=/);
  assert.match(frozen, / gpu-price="34918\.56" /);
  assert.match(frozen, / pue="1\.3" /);
});

/** The figures that pasted code gives, as the function of the calculator takes them. */
function given(calculator, settings) {
  const { parameters } = calculators[camel(calculator)];
  const figures = {};
  for (const [name, value] of settings) {
    const info = parameters.find((info) => info.name === camel(name));
    if (name === "figures") Object.assign(figures, JSON.parse(value));
    else if (name === "preset" || name === "baseline") figures[name] = value;
    else if (info?.kind === "choice") figures[info.name] = value;
    else if (info !== undefined) figures[info.name] = value === "" ? null : Number(value);
  }
  return figures;
}

for (const calculator of CALCULATORS) {
  for (const [lang, day] of [
    ["en", "Figures as of November 26, 2026."],
    ["zh", "数据截至 2026 年 11 月 26 日。"],
  ]) {
    test(`frozen code of ${calculator} holds every figure and its day, in ${lang}`, () => {
      const args = [calculator, "--lang", lang, "--frozen", ...DAY];
      const element = new JSDOM(printed("snippet", ...args)).window.document.body.firstElementChild;
      const frame = new JSDOM(printed("snippet", ...args, "--way", "frame")).window.document;
      const { textContent: inside, src } = frame.querySelector("iframe");
      const lists = element.querySelector("script.chip-figures");
      const settings = Array.from(element.attributes, ({ name, value }) => [name, value]);
      if (lists !== null) settings.push(["figures", lists.textContent]);
      lists?.remove();

      const compute = functions[camel(calculator)];
      const { input, ...expected } = compute({});
      const figures = given(calculator, settings);
      // What a catalogue knew is the page's own now.
      const { input: _, ...computed } = compute(figures);
      const plain = (value) =>
        JSON.stringify(value, (key, of) => (/Source|Status/.test(key) ? 0 : of));
      const { missing: __, ...all } = expected;
      const { missing: ___, ...own } = computed;
      assert.equal(plain(own), plain(all));
      for (const name of Object.keys(input)) assert.ok(name in figures, name);
      for (const { id } of expected.rows ?? []) {
        const { price, powerW, performance } = figures.chips.find((chip) => chip.id === id);
        assert.ok(price > 0 && powerW > 0 && performance > 0, id);
      }

      const query = new URL(src).searchParams;
      assert.deepEqual(given(calculator, query), figures);
      assert.match(query.get("preset-label"), /2026/);
      assert.equal(element.getAttribute("preset-label"), query.get("preset-label"));
      assert.ok(element.textContent.trim().endsWith(day), element.textContent);
      assert.equal(inside, element.textContent.trim());
      const still = printed("snippet", ...args, "--way", "static");
      assert.equal(
        still,
        printed("snippet", ...args.filter((arg) => arg !== "--frozen"), "--way", "static"),
      );
      assert.ok(still.includes(day.slice(0, -1)));

      // What the widget says of them is what stands in the code.
      const flags = settings.flatMap(([name, value]) => [`--${name}`, value]);
      const again = new JSDOM(printed("snippet", calculator, ...flags)).window.document.body;
      again.querySelector("script.chip-figures")?.remove();
      assert.equal(
        `${again.firstElementChild.textContent.trim()}${lang === "en" ? " " : ""}${day}`,
        inside,
      );
    });
  }
}

test("frozen scenarios are still those of the article, and the article's own chips stay", () => {
  const frozen = printed(
    "snippet",
    "scenario-outlook",
    "--frozen",
    "--preset",
    "articleMarketValue",
  );
  assert.match(frozen, /<chip-scenario-outlook preset="articleMarketValue" /);
  assert.match(frozen, /\$/);
  assert.match(
    printed("snippet", "price-performance", "--preset", "article", "--frozen"),
    /<chip-price-performance preset="article" /,
  );
});

test("a publisher's own name for frozen figures is kept, and the day follows it", () => {
  const label = ["--preset-label", "As in this article", "--frozen", ...DAY];
  assert.match(
    printed("snippet", "cluster-tco", ...label),
    / preset-label="As in this article, as of November 26, 2026"/,
  );
  const long = "x".repeat(190);
  const code = printed("snippet", "cluster-tco", "--frozen", ...DAY, "--preset-label", long);
  assert.ok(code.includes(` preset-label="${long}" `));
  assert.match(code, / Figures as of November 26, 2026\.$/m);
});

test("lists that the address of a frame cannot hold are refused, and the element has them", () => {
  const demand = { trace: Array.from({ length: 8760 }, (_, hour) => hour % 100) };
  const args = ["cloud-break-even", "--figures", JSON.stringify({ demand }), "--frozen"];
  const { status, stdout, stderr } = call("snippet", ...args, "--way", "frame");
  assert.deepEqual([status, stdout], [2, ""]);
  assert.match(stderr, /these figures are too many for a frame's address/);
  assert.match(printed("snippet", ...args), /class="chip-figures">\{"demand":\{/);
});

test("lists are checked as JSON, then by the calculator, and end no tag", () => {
  const with_ = (figures) => call("snippet", "price-performance", "--figures", figures);
  assert.equal(
    with_("[1]").stderr,
    '--figures=[1]: is no JSON object, such as {"chips": ["h100-sxm"]}',
  );
  assert.equal(with_('{"chips": [{"id": "h100-sxm", "price": -1}]}').status, 1);
  const hostile = { id: "own", name: "</script><b>", price: 1, performance: 1, sparsity: "dense" };
  const html = printed(
    "snippet",
    "price-performance",
    "--figures",
    JSON.stringify({ chips: [hostile] }),
  );
  const { document } = new JSDOM(html).window;
  assert.equal(document.querySelector("b"), null);
  assert.deepEqual(JSON.parse(document.querySelector(".chip-figures").textContent).chips, [
    hostile,
  ]);
});

test("every bad setting is told at once", () => {
  const bad = [
    "--gpus",
    "0",
    "--accent-color",
    "red",
    "--layout",
    "compct",
    "--cloud-rate",
    "seven",
  ];
  const { status, stdout, stderr } = call("snippet", "cloud-break-even", ...bad);
  assert.deepEqual([status, stdout], [1, ""]);
  assert.deepEqual(stderr.split("\n"), [
    "--gpus=0: must be at least 1",
    "--cloud-rate=seven: is not a number",
    "--layout=compct: is not one of the choices; did you mean compact?",
    "--accent-color=red: is not a color of three or six hexadecimal digits, such as 0a6b68",
  ]);
  for (const [flag, value] of [
    ["--way", "iframe"],
    ["--base", "javascript:alert(1)"],
    ["--base", "embed/"],
    ["--date", "today"],
  ]) {
    assert.equal(call("snippet", "cloud-break-even", flag, value).status, 2, flag);
  }
});

test("a figure may be written as in a text, as in a tag; a share of 70 is answered with 0.7", () => {
  for (const [flag, value, plain] of [
    ["--gpu-price", "37k", "37000"],
    ["--gpu-price", "$37,000", "37000"],
    ["--utilization", "70%", "0.7"],
    ["--cloud-rate", "1,5", "1.5"],
  ]) {
    for (const command of ["snippet", "render"]) {
      const told = printed(command, "cloud-break-even", flag, value);
      assert.equal(told, printed(command, "cloud-break-even", flag, plain), `${command} ${value}`);
    }
  }
  for (const [flag, value, told] of [
    ["--utilization", "70", "--utilization=70: must be at most 1; for 70% write 0.7"],
    ["--utilization", "700", "--utilization=700: must be at most 1"],
    ["--gpu-price", "much", "--gpu-price=much: is not a number"],
  ]) {
    const { status, stderr } = call("snippet", "cloud-break-even", flag, value);
    assert.deepEqual([status, stderr], [1, told]);
  }
  const { stderr } = call("render", "cloud-break-even", "--utilization", "70");
  assert.match(stderr, /for 70% write 0\.7$/);
});

test("that a folder is made up is said beside the code, where it has one", () => {
  const told =
    "The code loads from example.org. Give your own folder: --base https://your.site/chips/";
  for (const [args, expected] of [
    [[], told],
    [["--way", "frame"], told],
    [["--way", "static"], ""],
    [["--base", "https://cdn.invalid/chips"], ""],
  ]) {
    const { status, stderr } = call("snippet", "cluster-tco", ...args);
    assert.deepEqual([status, stderr], [0, expected]);
  }
});

test("nothing that is given gets into the markup", () => {
  const hostile = '"><script>alert(1)</script><img src=x onerror=alert(1)>\n\n# *a* `b`';
  for (const way of ["element", "frame", "static"]) {
    const args = ["--heading", hostile, "--preset-label", hostile, "--way", way];
    const html = printed("snippet", "cloud-break-even", ...args);
    const window = new JSDOM(html).window;
    const scripts = [...window.document.querySelectorAll("script")].map(({ src }) => src);
    assert.equal(scripts.length > 0, way !== "static");
    assert.ok(
      scripts.every((src) => src.startsWith("https://example.org/")),
      way,
    );
    assert.equal(window.document.querySelector("[onerror]"), null);
    assert.ok(!html.includes("\n\n"));
  }
});

for (const calculator of CALCULATORS) {
  const html = printed("snippet", calculator, "--way", "static", ...DAY);
  const { title, sentence, rows: all, foot } = answer(calculator);
  const { document } = new JSDOM(html).window;
  const rows = [...document.querySelectorAll("tr")].map((row) =>
    [...row.children].map(({ textContent }) => textContent),
  );
  const caption = document.querySelector("caption")?.textContent;

  /** The answer once, every figure, and nothing else. */
  const survives = (left, how) => {
    const seen = left.replace(/\s+/g, " ").trim();
    const told = [title, sentence, caption, ...rows.flat(), foot];
    const whole = told
      .filter((part) => part !== undefined)
      .join(" ")
      .replace(/\s+/g, " ");
    assert.equal(seen, whole, how);
  };

  test(`the static snippet of ${calculator} has the main results, day and sources`, () => {
    assert.ok(rows.length <= 7, `${rows.length}`);
    assert.equal(rows.length, Math.min(7, all.length));
    for (const row of rows)
      assert.ok(
        all.some((other) => `${other}` === `${row}`),
        `${row}`,
      );
    assert.equal(caption, rows.length === 0 ? undefined : "The main results");
    assert.match(foot, /^Figures as of November 26, 2026, computed by chip-calculators [\d.]+\./);
    // Scenarios are the page's own.
    const sourced = / Sources of the starting figures: \w.*\.$/.test(foot);
    assert.equal(sourced, calculator !== "scenario-outlook", foot);
    assert.ok(!html.includes("\n\n"));
    const [, chart] = /srcset="data:image\/svg\+xml;base64,([^"]+)"/.exec(html);
    const svg = new JSDOM(Buffer.from(chart, "base64"), { contentType: "image/svg+xml" });
    const title = svg.window.document.querySelector("text[font-weight]");
    assert.ok(title.textContent.length > 5, title.textContent);
    if (calculator === "scenario-outlook") assert.match(title.textContent, / · average \$28,250$/);
  });

  test(`the static snippet of ${calculator} survives what takes its tags away`, async () => {
    survives(text(html), "as it is");
    survives(
      html
        .replace(/<[^>]*>/g, " ")
        .replaceAll("&quot;", '"')
        .replaceAll("&amp;", "&"),
      "strip_tags",
    );

    const { window } = new JSDOM("");
    const purified = createDOMPurify(window).sanitize(html);
    survives(text(purified), "DOMPurify");
    assert.match(purified, /<figure/);

    survives(text(sanitizeHtml(html)), "sanitize-html");
    survives(text(sanitizeHtml(html, { allowedTags: [] })), "sanitize-html, no tags");

    const sanitized = await unified()
      .use(rehypeParse, { fragment: true })
      .use(rehypeSanitize)
      .use(rehypeStringify)
      .process(html);
    survives(text(String(sanitized)), "rehype-sanitize");
  });

  test(`the static snippet of ${calculator} is left alone by Markdown`, () => {
    const markdown = markdownIt({ html: true });
    assert.equal(
      markdown.render(`Before\n\n${html}\n\nAfter`),
      `<p>Before</p>\n${html}\n<p>After</p>\n`,
    );
  });

  test(`what render draws of ${calculator} is left alone by Markdown, its answer first without tags`, async () => {
    const drawn = printed("render", calculator);
    assert.doesNotMatch(drawn, /\/\*|\n\n/);
    const markdown = markdownIt({ html: true });
    assert.equal(
      markdown.render(`Before\n\n${drawn}\n\nAfter`),
      `<p>Before</p>\n${drawn}\n<p>After</p>\n`,
    );
    const stripped = drawn
      .replace(/<[^>]*>/g, "")
      .replaceAll("&quot;", '"')
      .replaceAll("&amp;", "&");
    assert.ok(stripped.trim().startsWith(sentence), stripped.slice(0, 200));
    // What keeps the rules of HTML drops the template with all that is in it.
    assert.equal(text(createDOMPurify(new JSDOM("").window).sanitize(drawn)), sentence);
    assert.equal(text(drawn), sentence);
  });

  test(`the static snippet of ${calculator} in a feed and in a letter`, async () => {
    const feed = `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Feed</title>
      <item><title>Item</title><content:encoded><![CDATA[${html}]]></content:encoded></item></channel></rss>`;
    const { items } = await new RssParser().parseString(feed);
    assert.equal(items[0]["content:encoded"], html);
    survives(items[0]["content:encodedSnippet"] ?? "", "the feed's text");

    const letter = htmlToText(html, { wordwrap: false });
    survives(letter, "the letter's text");
  });
}

test("the element's and the frame's snippets leave the sentence where tags are taken away", () => {
  const { sentence } = answer("cloud-break-even");
  for (const way of ["element", "frame"]) {
    const html = printed("snippet", "cloud-break-even", "--way", way);
    assert.equal(markdownIt({ html: true }).render(html).trim(), html, way);
    for (const left of [
      html.replace(/<[^>]*>/g, ""),
      text(sanitizeHtml(html)),
      ...(way === "element" ? [text(createDOMPurify(new JSDOM("").window).sanitize(html))] : []),
    ]) {
      assert.equal(left.trim(), sentence, way);
    }
  }
});

test("the static snippet tells where the verdict turns, in both languages", () => {
  const flip = ["cloud-break-even", "--way", "static", ...DAY];
  assert.match(printed("snippet", ...flip), /Busy enough to own<\/th> <td>31\.8%/);
  assert.match(printed("snippet", ...flip, "--lang", "zh"), /<caption>主要结果<\/caption>/);
  assert.match(printed("snippet", ...flip, "--lang", "zh"), /数据截至 2026 年 11 月 26 日，由/);
});

test("a page says whether it brings its script", () => {
  const still = printed("render", "cluster-tco", "--page");
  assert.match(
    still,
    /<small>This page has no script: its figures cannot be changed here\.<\/small>/,
  );
  assert.doesNotMatch(still, /scripting: ?none/);
  const page = printed("render", "cluster-tco", "--page", "--base", "/chips");
  assert.match(page, /<script src="\/chips\/embed\.js" integrity="sha384-[^"]+" crossorigin/);
  assert.doesNotMatch(page, /no script/);
});

test("the picture is XML that stands alone, its colors resolved", () => {
  for (const calculator of CALCULATORS) {
    for (const flags of [[], ["--theme", "dark"], ["--lang", "zh"], ["--accent-color", "123456"]]) {
      const svg = printed("render", calculator, "--svg", ...DAY, ...flags);
      const { documentElement } = new JSDOM(svg, { contentType: "image/svg+xml" }).window.document;
      assert.equal(documentElement.localName, "svg");
      assert.doesNotMatch(svg, /var\(|currentColor|undefined|NaN|<image|foreignObject|href=/);
      const day = flags.includes("zh") ? "2026年11月26日" : "November26,2026";
      // Where a line ends there is no blank.
      assert.equal(times(documentElement.textContent.replace(/\s/g, ""), day), 1);
      if (flags.includes("123456")) assert.match(svg, /#123456/);
    }
  }
});

test("a picture's title is one text, with what a line means behind a dot", () => {
  const told = ["cluster-tco", "scenario-outlook"].flatMap((calculator) =>
    ["en", "zh"].map((lang) => {
      const svg = printed("render", calculator, "--svg", ...DAY, "--lang", lang);
      const { textContent } = new JSDOM(svg, { contentType: "image/svg+xml" }).window.document
        .documentElement;
      return textContent.replace(/\s/g, "");
    }),
  );
  const titles = [
    "Wherethe$84milliongoes,worth$73.8millionintoday’smoney",
    "8,400万美元花在哪里（现值7,380万美元）",
    "Scenarios·average$28,250",
    "情景·平均2.825万美元",
  ];
  for (const [at, title] of titles.entries()) assert.ok(told[at].includes(title), told[at]);
});

test("labels lie over all lines of a picture, with a halo in its ground", () => {
  for (const [flags, ground] of [
    [[], "#ffffff"],
    [["--theme", "dark"], "#17191b"],
  ]) {
    for (const calculator of ["cloud-break-even", "investment-return"]) {
      const svg = printed("render", calculator, "--svg", ...flags);
      const firstLabel = svg.indexOf('class="tick"');
      for (const mark of ["<line ", "<path ", "<circle "]) {
        assert.ok(svg.lastIndexOf(mark) < firstLabel, `${calculator}: ${mark}`);
      }
      assert.match(svg, /[}>]text\{paint-order:stroke;stroke:#/);
      // A grip would look as if it could be moved.
      assert.match(svg, /\.hand\{display:none\}/);
      assert.ok(svg.includes(`text{paint-order:stroke;stroke:${ground}`), ground);
    }
  }
});

test("the picture as pixels, by resvg", () => {
  const { status, stdout } = spawnSync(process.execPath, [
    fileURLToPath(new URL("cli.js", pkg)),
    ...["render", "cloud-break-even", "--png"],
  ]);
  assert.equal(status, 0);
  assert.equal(stdout.subarray(1, 4).toString("latin1"), "PNG");
  const [width, height] = [stdout.readUInt32BE(16), stdout.readUInt32BE(20)];
  assert.ok(width > 900 && height > 500, `${width} × ${height}`);
});

test("amounts are in the currency on show, with rate and day; half of that is refused", () => {
  const flags = ["--currency", "EUR", "--rate", "0.92", "--rate-date", "2026-11-01"];
  const html = printed("snippet", "cluster-tco", "--way", "static", ...flags);
  assert.match(html, /<p>€2\.92 for every hour/);
  assert.match(html, /<td>€77\.3 million<\/td>/);
  assert.match(html, /Converted at €0\.92 for \$1, as of November 1, 2026\./);
  assert.doesNotMatch(html.replace("for $1,", ""), /\$/);
  for (const way of ["element", "frame", "static"]) {
    const { status, stdout, stderr } = call(
      "snippet",
      "cluster-tco",
      "--way",
      way,
      ...flags.slice(0, 4),
    );
    assert.deepEqual([status, stdout], [2, ""]);
    assert.match(stderr, /^chip-calculators: --currency needs --rate-date\n/);
  }
  const unknown = call("snippet", "cluster-tco", "--currency", "EUROS", ...flags.slice(2));
  assert.deepEqual([unknown.status, unknown.stdout], [1, ""]);
});

test("as text, rows of chips have their cost and amounts of scenarios their currency", () => {
  const chips = answer("price-performance");
  assert.equal(chips.rows.length, 9);
  assert.deepEqual(chips.rows[0], ["TPU v6e Trillium", "$7.10 per teraFLOPS (0.39×)"]);
  assert.deepEqual(answer("scenario-outlook").rows[0], ["Average", "$28,250"]);
  const chinese = printed("render", "scenario-outlook", "--text", "--lang", "zh");
  assert.match(chinese, /\n平均：2\.825 万美元\n/);
  const labels = answer("cloud-break-even").rows.map(([label]) => label);
  assert.ok(labels.includes("Busy enough to own, with no limit at 100%"));
});

test("the chip that others are compared with is marked so that it reads alone", () => {
  assert.match(
    printed("render", "price-performance", "--svg"),
    />H200 SXM 141GB \(the reference\)</,
  );
});

test("where no font has Chinese characters, that is said, and only there", () => {
  const png = (...flags) =>
    spawnSync(process.execPath, [
      fileURLToPath(new URL("cli.js", pkg)),
      "render",
      "cluster-tco",
      "--png",
      ...flags,
    ]);
  const said = String(png("--lang", "zh").stderr);
  assert.match(said, /^(No font here has Chinese characters: .+\.\s)?$/);
  assert.equal(String(png().stderr), "");
  // Where fontconfig tells which fonts there are: 永 is one of the two characters that are compared.
  const fonts = spawnSync("fc-list", [":charset=6c38"], { encoding: "utf8" });
  if (fonts.status === 0) assert.equal(said !== "", fonts.stdout === "");
});
