import { flagsField, phaseField } from '../../causes';
import { fieldPage } from './message';
import { matchAt, type Found } from './messagePart';

const FLAGS =
  /\b(?:RD|ST|RL|FD|TO|HRT|LKG|BCK|NEG|[MSA](?=\||--))(?:\|(?:RD|ST|RL|FD|TO|HRT|LKG|BCK|NEG|M|S|A))*(?!-?\w)/g;
const PHASE = /\b[vV][12]:[12]\b/g;

/** The state of an SA (`RD|ST`) or its phase (`v2:1`), as `display ike sa` lists them; and the legend below the list. */
export function stateAt(text: string, character: number): Found | undefined {
  const flags = matchAt(text, FLAGS, character);
  const shown = flags ?? matchAt(text, PHASE, character);
  if (!shown) return undefined;
  const field = flags ? flagsField : phaseField;
  const parts = new Set(shown.text.toLowerCase().split(/[|:]/));
  const values = (field.values ?? []).filter(({ value }) => parts.has(value.toLowerCase()));
  return { ...shown, markdown: fieldPage({ ...field, values }) };
}
