// The folder by which other sites show a frame from a link, and the recipe for hosts that can answer.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { JSDOM } from "jsdom";
import sanitizeHtml from "sanitize-html";

const cli = fileURLToPath(new URL("../../pkg/cli.js", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "oembed-"));
after(() => rmSync(folder, { recursive: true }));

function call(...args) {
  const command = ["snippet", "cloud-break-even", ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...command], {
    encoding: "utf8",
  });
  return { status, stdout: stdout.trimEnd(), stderr: stderr.trimEnd() };
}

const SERVED = ["--way", "frame", "--base", "https://cdn.invalid/chips"];
const AT = "https://example.org/embeds/buy-or-rent/";

function written(name, ...args) {
  const into = join(folder, name);
  const done = call(...SERVED, "--oembed", into, "--at", AT, ...args);
  assert.deepEqual([done.status, done.stderr], [0, ""]);
  const read = (file) => readFileSync(join(into, file), "utf8");
  return {
    link: done.stdout,
    files: readdirSync(into).sort(),
    json: JSON.parse(read("oembed.json")),
    page: new JSDOM(read("index.html"), { url: AT }).window.document,
  };
}

test("the folder holds a page and the answer of oEmbed about it", () => {
  const { files, json, page, link } = written("a/b", "--gpus", "64", "--author", "Ann Lee");
  assert.deepEqual(files, ["index.html", "oembed.json", "thumbnail.png"]);
  const { html, thumbnail_width, thumbnail_height, ...rest } = json;
  const picture = readFileSync(join(folder, "a/b/thumbnail.png"));
  assert.equal(picture.subarray(1, 4).toString("latin1"), "PNG");
  assert.deepEqual(
    [thumbnail_width, thumbnail_height],
    [picture.readUInt32BE(16), picture.readUInt32BE(20)],
  );
  assert.deepEqual(rest, {
    type: "rich",
    version: "1.0",
    title: "Buy or rent",
    width: 640,
    height: 560,
    provider_name: "example.org",
    provider_url: "https://example.org/",
    author_name: "Ann Lee",
    cache_age: 86400,
    thumbnail_url: `${AT}thumbnail.png`,
  });

  const [frame, ...others] = JSDOM.fragment(html).children;
  assert.deepEqual(others, []);
  assert.equal(frame.localName, "iframe");
  assert.equal(
    frame.getAttribute("src"),
    "https://cdn.invalid/chips/frame.html?v=1&calculator=cloud-break-even&gpus=64&lang=en",
  );
  const shown = page.querySelector("iframe");
  assert.equal(shown.outerHTML, frame.outerHTML);
  assert.equal(page.querySelector("script").src, "https://cdn.invalid/chips/frame.js");
  assert.equal(page.title, json.title);
  assert.match(page.querySelector("meta[name=description]").content, /^Rent\.|^Buy\./);

  // What a consumer looks for, in the page and in the line that is printed for the article.
  const found = page.head.querySelector('link[type="application/json+oembed"]');
  assert.equal(found.outerHTML, JSDOM.fragment(link).firstElementChild.outerHTML);
  assert.deepEqual(
    [found.rel, found.href, found.title],
    ["alternate", `${AT}oembed.json`, json.title],
  );
});

test("a consumer that keeps frames alone keeps the calculator", () => {
  const { json } = written("kept");
  const kept = sanitizeHtml(json.html, {
    allowedTags: ["iframe"],
    allowedAttributes: { iframe: ["src", "title", "width", "height"] },
  });
  const [frame] = JSDOM.fragment(kept).children;
  assert.equal(frame.getAttribute("height"), String(json.height));
  assert.match(frame.getAttribute("src"), /^https:\/\/cdn\.invalid\/chips\/frame\.html\?/);
});

test("names, headings and frozen figures are the publisher's; nothing of them becomes markup", () => {
  const hostile = '"><script>alert(1)</script>';
  const { json, page, link } = written(
    "hostile",
    "--frozen",
    ...["--heading", hostile, "--provider", hostile, "--lang", "zh"],
  );
  assert.deepEqual([json.title, json.provider_name], [hostile, hostile]);
  assert.match(json.html, /gpu-price=37000/);
  assert.equal(page.documentElement.lang, "zh-Hans");
  assert.equal(page.querySelectorAll("script").length, 1);
  assert.equal(JSDOM.fragment(link).children.length, 1);
  assert.equal(JSDOM.fragment(json.html).querySelector("script"), null);
});

test("what others could not load is refused, and no other page is replaced", () => {
  const into = join(folder, "refused");
  for (const [args, told] of [
    [["--oembed", into], /needs --way frame/],
    [["--way", "frame", "--oembed", into, "--at", AT], /needs --base/],
    [[...SERVED, "--oembed", into], /needs --at/],
    [[...SERVED, "--oembed", into, "--at", "/embeds/"], /--at is a folder's address/],
    [[...SERVED, "--oembed", into, "--at", `${AT}?a=b`], /--at is a folder's address/],
    [["--way", "frame", "--base", "/chips/", "--oembed", into, "--at", AT], /--base is a folder's/],
    [[...SERVED, "--at", AT], /--at needs --oembed/],
    [[...SERVED, "--oembed", into, "--at", AT, "--author", "a".repeat(201)], /--author is longer/],
  ]) {
    const { status, stdout, stderr } = call(...args);
    assert.deepEqual([status, stdout], [2, ""], stderr);
    assert.match(stderr, told);
  }
  assert.ok(!existsSync(into));

  writeFileSync(join(folder, "index.html"), "An article");
  const { status, stderr } = call(...SERVED, "--oembed", folder, "--at", AT);
  assert.equal(status, 2);
  assert.match(stderr, /is there already, and no embed's/);
  assert.equal(readFileSync(join(folder, "index.html"), "utf8"), "An article");

  written("again");
  written("again", "--gpus", "8");
});

test("the recipe for hosts that answer runs as it is printed", async () => {
  const { json } = written("recipe");
  const docs = readFileSync(new URL("../../docs/publishers.md", import.meta.url), "utf8");
  const [, code] = /```js\n(\/\/ oEmbed[\s\S]*?)```/.exec(docs);
  assert.ok(code.trimEnd().split("\n").length <= 13, "ten lines and what is around them");
  const { default: worker } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
  const { fetch } = globalThis;
  const asked = [];
  globalThis.fetch = async (url) => {
    asked.push(String(url));
    return Response.json(json);
  };
  try {
    const ask = (query) =>
      worker.fetch(new Request(`https://example.org/oembed?${new URLSearchParams(query)}`));
    assert.deepEqual(await (await ask({ url: AT })).json(), json);
    assert.deepEqual(asked, [`${AT}oembed.json`]);
    const small = await (await ask({ url: AT, maxwidth: "320", maxheight: "9999" })).json();
    assert.deepEqual([small.width, small.height], [320, json.height]);
    const odd = await (await ask({ url: AT, maxwidth: "-5", maxheight: "x" })).json();
    assert.deepEqual(odd, json);
    for (const url of ["https://example.com/embeds/a/", "https://example.org/embeds/../a/", ""]) {
      assert.equal((await ask({ url })).status, 404, url);
    }
    assert.equal((await ask({ url: AT, format: "xml" })).status, 501);
    assert.equal(asked.length, 3);
  } finally {
    globalThis.fetch = fetch;
  }
});
