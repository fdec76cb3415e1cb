/** Names of parameters in the different places they stand. */

/** As an attribute: `gpuPrice` is `gpu-price`. */
export function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** And back: `gpu-price` is `gpuPrice`. */
export function camel(name: string): string {
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** As the name of a class: `chip-cluster-tco` is `ChipClusterTco`. */
export function pascal(tag: string): string {
  return camel(`-${tag}`);
}
