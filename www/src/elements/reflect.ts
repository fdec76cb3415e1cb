import { parseNumber } from "../formats/parse.js";
import { kebab } from "../names.js";

/**
 * Gives a class a property for each attribute, as native elements have them: the attribute is the only
 * place of what is set, and null is none. A text that is no number is given back as it is.
 */
export function reflect(
  prototype: HTMLElement,
  names: readonly string[],
  numbers: readonly string[],
): void {
  for (const name of names) {
    const attribute = kebab(name);
    const isNumber = numbers.includes(name);
    // Without a prototype: what a page has put on `Object.prototype` must not become part of it.
    Object.defineProperty(prototype, name, {
      __proto__: null,
      configurable: true,
      enumerable: true,
      get(this: HTMLElement): unknown {
        const text = this.getAttribute(attribute);
        return text === null || !isNumber ? text : (parseNumber(text, false) ?? text);
      },
      set(this: HTMLElement, value: unknown) {
        if (value === null || value === undefined) this.removeAttribute(attribute);
        else this.setAttribute(attribute, String(value));
      },
    } as PropertyDescriptor);
  }
}

/** Sets what was set before the element was defined again: then it hides the property of the class. */
export function upgrade(element: object, names: readonly string[]): void {
  for (const name of names) {
    if (!Object.hasOwn(element, name)) continue;
    const value = Reflect.get(element, name);
    Reflect.deleteProperty(element, name);
    Reflect.set(element, name, value);
  }
}
