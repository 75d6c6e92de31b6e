/** An object under construction: the same properties, writable. */
export type Draft<T> = { -readonly [K in keyof T]: T[K] };

/** Sets a property where a value is known and leaves it absent otherwise: absent means unknown. */
export function assign<T, K extends keyof T>(target: T, key: K, value: T[K] | undefined): void {
  if (value !== undefined) target[key] = value;
}
