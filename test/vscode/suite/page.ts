/**
 * The page of the workbench, for suites that check what a person sees or do what a person does: keys, mouse, text on the screen,
 * screenshots. The launcher outside holds the page. Desktop VS Code has no such page.
 */
import { askPage, hasPage } from './host';

export { hasPage };

/** Writes a line for the person at the terminal; the launcher keeps all else that VS Code logs away from there. */
export function say(line: string): void {
  console.log(hasPage ? `::say::${line}` : line);
}

async function ask(verb: string, ...args: string[]): Promise<unknown> {
  const { value, error } = await askPage(verb, args);
  if (error !== undefined) throw new Error(`${verb}: ${error}`);
  return value;
}

/** Saves the page as out/screenshots/NAME.png. Does nothing where there is no page. */
export async function screenshot(name: string): Promise<void> {
  if (hasPage) await ask('screenshot', name);
}

/** Presses one key or chord, as Playwright names it: `Control+Space`, `ArrowDown`. */
export async function press(keys: string): Promise<void> {
  await ask('press', keys);
}

/** Types text, key by key. */
export async function type(text: string): Promise<void> {
  await ask('type', text);
}

/** Clicks on the first element that the selector finds. */
export async function click(selector: string): Promise<void> {
  await ask('click', selector);
}

/** Moves the mouse over the first element that the selector finds. */
export async function hover(selector: string): Promise<void> {
  await ask('hover', selector);
}

/** The text of every element that the selector finds, as it is shown. */
export async function textOf(selector: string): Promise<string[]> {
  return (await ask('text', selector)) as string[];
}

/** What is done to the web view that is shown: the texts of elements, a click, a choice from a list, the focus, an attribute. */
export const webView = {
  textOf: async (selector: string): Promise<string[]> => (await ask('viewText', selector)) as string[],
  click: async (selector: string): Promise<void> => {
    await ask('viewClick', selector);
  },
  select: async (selector: string, value: string): Promise<void> => {
    await ask('viewSelect', selector, value);
  },
  focus: async (selector: string): Promise<void> => {
    await ask('viewFocus', selector);
  },
  attributesOf: async (selector: string, name: string): Promise<string[]> =>
    (await ask('viewAttributes', selector, name)) as string[],
};
