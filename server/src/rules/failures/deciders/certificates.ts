import * as l10n from '@vscode/l10n';
import { mayBeCut } from '../../../model/displayedValue';
import type { Device } from '../../../model/device';
import type { Failure, FailureContext } from '../failure';
import { timeText } from '../wording';
import {
  CERTIFICATE_OUTPUTS,
  certificateName,
  isRoot,
  issuersOf,
  ownCertificates,
  proofsIn,
  type Proof,
  type ShownCertificate,
} from './certificateUse';
import type { Decider, Decision } from './decider';
import { because, factsOf, mention, noted, type ShownFact } from './shown';
import { isBefore, spanOf, spanOfGmt, type Span } from './time';

/** A chain is not followed further. */
const MAX_CHAIN = 8;

/** When a failure happened last. */
function lastTime({ occasions, device }: Failure, context: FailureContext) {
  const moment = occasions.at(-1)?.moment;
  const span = moment && spanOf(moment, device, context);
  return moment && span ? { moment, span } : undefined;
}

/** Whether a device's clock has shown a time behind a moment, in whatever was captured of it. */
function wasLater(device: Device, moment: Span, context: FailureContext): boolean {
  const shown = [
    ...factsOf('clock', device, context).map(({ fact }) => fact.moment),
    ...context.failuresOf(device).flatMap(({ occasions }) => occasions.at(-1)?.moment ?? []),
  ];
  return shown.some((each) => isBefore(moment, spanOf(each, device, context)));
}

/** No device that prints all this was made before: a clock that shows less was never set. */
const NEVER_SET = Date.UTC(2012, 0, 1);

/** The clock of a device that shows a time before a moment, where it must have done so when the failure happened. */
function slowClock(
  device: Device,
  start: Span,
  when: Span | undefined,
  failure: Failure,
  context: FailureContext,
): ShownFact<'clock'> | undefined {
  const isOwn = device === failure.device;
  if (wasLater(device, start, context) || (isOwn && isBefore(start, when))) return undefined;
  return factsOf('clock', device, context).find(({ fact: { moment } }) => {
    // The clock of the other end can have been captured long before.
    const counts = isOwn || moment.milliseconds < NEVER_SET;
    return counts && isBefore(spanOf(moment, device, context), start);
  });
}

/** What the dates of one certificate say, as the end that checks it sees them. */
function judge(
  certificate: ShownCertificate,
  { subject, verifier }: Proof,
  holder: Device,
  failure: Failure,
  context: FailureContext,
): Decision | undefined {
  const { uri, fact } = certificate;
  const { notBefore, notAfter, validFrom, validTo } = fact;
  const name = certificateName(certificate);
  const owner = holder.name;
  const [from, to] = [validFrom && spanOfGmt(validFrom), validTo && spanOfGmt(validTo)];
  const start = notBefore && !mayBeCut(notBefore) && from ? { field: notBefore, span: from } : undefined;
  const end = notAfter && !mayBeCut(notAfter) && to ? { field: notAfter, span: to } : undefined;
  const clocks = verifier ? factsOf('clock', verifier.device, context) : [];
  const when = lastTime(failure, context);
  const slow = verifier && start && slowClock(verifier.device, start.span, when?.span, failure, context);
  if (slow) {
    const said = l10n.t('{0}: clock {1}', verifier.device.name, slow.fact.time.text);
    return because(
      l10n.t(
        'The certificate {0} of {1} is valid from {2} on, but the clock of {3}, which checks it, shows {4}.',
        name,
        owner,
        start.field.text,
        verifier.device.name,
        slow.fact.time.text,
      ),
      'error',
      mention(uri, start.field, l10n.t('{0}: valid from {1}', owner, start.field.text)),
      mention(slow.uri, slow.fact.time, said),
    );
  }
  const late = when
    ? { text: timeText(when.moment), span: when.span, mentions: [] }
    : clocks.flatMap(({ uri: file, fact: { moment, time } }) => {
        const span = verifier && spanOf(moment, verifier.device, context);
        const mentions = [
          mention(file, time, l10n.t('{0}: clock {1}', verifier?.device.name ?? '', time.text)),
        ];
        return span ? [{ text: time.text, span, mentions }] : [];
      })[0];
  if (!late) return undefined;
  if (end && isBefore(end.span, late.span)) {
    return because(
      l10n.t(
        'The certificate {0} of {1} was valid until {2} and had expired by {3}.',
        name,
        owner,
        end.field.text,
        late.text,
      ),
      'error',
      mention(uri, end.field, l10n.t('{0}: valid until {1}', owner, end.field.text)),
      ...late.mentions,
    );
  }
  if (start && isBefore(late.span, start.span)) {
    const message = l10n.t(
      'The certificate {0} of {1} is valid from {2} on and was not yet at {3}.',
      name,
      owner,
      start.field.text,
      late.text,
    );
    const shown = mention(uri, start.field, l10n.t('{0}: valid from {1}', owner, start.field.text));
    // A clock that has gone past that since was right: the certificate was installed after the failure.
    const isNew = [failure.device, subject.device].some((device) => wasLater(device, start.span, context));
    return isNew ? noted(message, shown.place) : because(message, 'error', shown, ...late.mentions);
  }
  const isWithin = start && end && isBefore(start.span, late.span) && isBefore(late.span, end.span);
  return isWithin
    ? noted(
        l10n.t('The certificate {0} of {1} was valid at {2}.', name, owner, late.text),
        mention(uri, end.field, '').place,
      )
    : undefined;
}

/** Of several certificates of which one is used: wrong only where all are. */
function judgeAll(
  all: readonly ShownCertificate[],
  proof: Proof,
  holder: Device,
  failure: Failure,
  context: FailureContext,
): readonly Decision[] {
  const decisions = all.map((each) => judge(each, proof, holder, failure, context));
  const known = decisions.flatMap((each) => each ?? []);
  const areAllWrong = decisions.every((each) => each?.reason);
  return areAllWrong ? known : known.filter(({ fact }) => fact);
}

/** The authorities above a certificate, on the device that checks it. */
function judgeChain(
  certificate: ShownCertificate,
  proof: Proof,
  failure: Failure,
  context: FailureContext,
): readonly Decision[] {
  const device = proof.verifier?.device;
  if (!device) return [];
  const found: Decision[] = [];
  let current: ShownCertificate | undefined = certificate;
  for (let step = 0; current && step < MAX_CHAIN && !isRoot(current); step++) {
    const above: readonly ShownCertificate[] = issuersOf(current, device, context);
    found.push(...judgeAll(above, proof, device, failure, context));
    current = above[0];
  }
  // That an authority's certificate is valid is worth no line of its own.
  return found.filter(({ reason }) => reason);
}

function decide(failure: Failure, context: FailureContext): readonly Decision[] {
  const seen = new Set<string>();
  return proofsIn(failure)
    .flatMap((proof) => {
      const own = ownCertificates(proof.subject, context);
      return [
        ...judgeAll(own, proof, proof.subject.device, failure, context),
        ...own.flatMap((each) => judgeChain(each, proof, failure, context)),
      ];
    })
    .filter(({ reason, fact }) => {
      const message = (reason ?? fact)?.message ?? '';
      return !seen.has(message) && seen.add(message);
    });
}

/** A certificate that was not valid, of either end or of an authority above it. */
export const certificates: Decider = {
  causes: ['authentication fail'],
  outputs: [...CERTIFICATE_OUTPUTS, 'clock'],
  decide,
};
