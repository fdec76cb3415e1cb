/** The frame asks for nothing but the files beside it, whatever its address says. */

/**
 * Sets the page's content security policy. Not in the file: it needs the folder's address, since in a
 * sandbox WebKit takes `'self'` for no address at all.
 */
export function restrict(): void {
  const folder = new URL(".", location.href);
  if (!/^https?:$/.test(folder.protocol)) return;
  // Separators of policies and of their parts.
  const own = folder.href.replace(/[;,]/g, encodeURIComponent);
  const meta = document.createElement("meta");
  meta.httpEquiv = "Content-Security-Policy";
  meta.content = [
    "default-src 'none'",
    `script-src ${own} 'wasm-unsafe-eval'`,
    `connect-src ${own}`,
    `style-src ${own} 'unsafe-inline'`,
    "img-src data: blob:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  document.head.append(meta);
}
