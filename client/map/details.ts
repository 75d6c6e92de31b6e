import { endName, nodeLabel, tunnelName, type Item } from './drawing';
import type { FromPage, MapTexts } from './messages';
import { fill } from './messages';
import { button, make } from './toolbar';

/** What can be done with a tunnel or a device, as buttons below what is said of it. */
export function details(
  { node, edge }: Item,
  texts: MapTexts,
  post: (message: FromPage) => void,
): HTMLElement[] {
  if (node) {
    const { device, name } = node;
    const heading = make('h2', {}, name);
    const said = make('p', {}, nodeLabel(node, texts));
    if (!device) return [heading, said];
    const go = (): void => {
      post({ type: 'goToDevice', device: device.name });
    };
    return [heading, said, make('p', { class: 'actions' }, button(fill(texts.goTo, name), go))];
  }
  if (!edge) return [];
  const { tunnel } = edge;
  const { id, ends, says, causes, verdict } = tunnel;
  const goTo = ([0, 1] as const).flatMap((end) =>
    ends[end].location
      ? [
          button(fill(texts.goTo, endName(ends[end])), () => {
            post({ type: 'goToEnd', tunnel: id, end });
          }),
        ]
      : [],
  );
  const command = (type: 'compare' | 'repair', text: string): HTMLButtonElement =>
    button(text, () => {
      post({ type, tunnel: id });
    });
  const isPair = ends.every(({ device }) => device !== undefined);
  const actions = [
    ...goTo,
    ...(isPair ? [command('compare', texts.compare)] : []),
    ...(isPair && verdict.startsWith('fails') ? [command('repair', texts.repair)] : []),
  ];
  return [
    make('h2', {}, tunnelName(edge)),
    make('p', {}, says),
    ...(causes.length > 0
      ? [make('ul', { class: 'causes' }, ...causes.map((cause) => make('li', {}, make('code', {}, cause))))]
      : []),
    make('p', { class: 'actions' }, ...actions),
  ];
}
