/** The second module, for the tags that check an article. */
import { pending } from "../instance/article/article.js";
import { from } from "../instance/article/fetched.js";

/** Starts it for a file of `embed/`, beside whose folder it is. */
export function article(self: string): Promise<void> | undefined {
  from(new URL("..", self).href);
  return pending();
}
