import * as l10n from '@vscode/l10n';
import { isSameName } from '../../../display/pkiCertificate';
import { mayBeCut } from '../../../model/displayedValue';
import { revocationChecksOf } from '../../../model/pki';
import type { Failure, FailureContext } from '../failure';
import { timeText } from '../wording';
import {
  CERTIFICATE_OUTPUTS,
  certificateName,
  ownCertificates,
  proofsIn,
  serialKey,
  type ShownCertificate,
} from './certificateUse';
import type { Decider, Decision } from './decider';
import { because, factsOf, mention, noted, type ShownFact } from './shown';
import { isBefore, spanOf, spanOfGmt } from './time';

type ShownCrl = ShownFact<'pkiCrl'>;

/** The lists that the issuer of a certificate published, as far as a device shows them. */
function listsFor({ fact: { issuer } }: ShownCertificate, lists: readonly ShownCrl[]): readonly ShownCrl[] {
  return issuer ? lists.filter(({ fact }) => fact.issuer && isSameName(fact.issuer, issuer)) : [];
}

function decide(failure: Failure, context: FailureContext): readonly Decision[] {
  const { moment } = failure.occasions.at(-1) ?? {};
  return proofsIn(failure).flatMap(({ subject, verifier }) => {
    // A device looks into a list unless it is told to ask a server, or not to ask at all.
    if (!verifier || verifier.peer?.lines.some((line) => line.starts('certificate-check disable'))) return [];
    const checks = revocationChecksOf(verifier.device);
    if (checks.some((each) => each !== 'crl')) return [];
    const { device } = verifier;
    const clock = factsOf('clock', device, context)[0];
    const time = moment ?? clock?.fact.moment;
    const span = time && spanOf(time, moment ? failure.device : device, context);
    if (!time || !span) return [];
    const shown = factsOf('pkiCrl', device, context);
    return ownCertificates(subject, context).flatMap((certificate): Decision[] => {
      const lists = listsFor(certificate, shown);
      const name = certificateName(certificate);
      const serial = certificate.fact.serial && serialKey(certificate.fact.serial);
      const revoked = lists.flatMap((list) =>
        list.fact.revoked
          .filter((each) => serial !== undefined && serialKey(each) === serial && !mayBeCut(each))
          .map((field) => ({ list, field })),
      )[0];
      if (revoked) {
        const { list, field } = revoked;
        const message = l10n.t(
          'The certificate {0} of {1} stands in the CRL of {2} as revoked (serial number {3}).',
          name,
          subject.device.name,
          device.name,
          field.text,
        );
        const place = mention(list.uri, field, l10n.t('{0}: revoked {1}', device.name, field.text));
        // A list of a later day may have got the entry after the failure.
        const updated = list.fact.updatedAt && spanOfGmt(list.fact.updatedAt);
        return [isBefore(updated, span) ? because(message, 'error', place) : noted(message, place.place)];
      }
      const dated = lists.flatMap((list) => {
        const { nextUpdate, expiresAt, updatedAt } = list.fact;
        const [end, start] = [expiresAt && spanOfGmt(expiresAt), updatedAt && spanOfGmt(updatedAt)];
        return nextUpdate && end && !mayBeCut(nextUpdate) ? [{ list, nextUpdate, end, start }] : [];
      });
      const [first] = dated;
      if (!first) return [];
      const expired = dated.filter(({ end, start }) => isBefore(end, span) && !isBefore(span, start));
      const { list, nextUpdate } = first;
      if (expired.length === lists.length)
        return [
          because(
            l10n.t(
              'The CRL by which {0} checks the certificate {1} of {2} was valid until {3} and had expired by {4}.',
              device.name,
              name,
              subject.device.name,
              nextUpdate.text,
              timeText(time),
            ),
            'error',
            mention(list.uri, nextUpdate, l10n.t('{0}: next update {1}', device.name, nextUpdate.text)),
            ...(moment || !clock
              ? []
              : [
                  mention(
                    clock.uri,
                    clock.fact.time,
                    l10n.t('{0}: clock {1}', device.name, clock.fact.time.text),
                  ),
                ]),
          ),
        ];
      const current = dated.find(({ end }) => isBefore(span, end));
      return current
        ? [
            noted(
              l10n.t('The CRL on {0} was up to date at {1}.', device.name, timeText(time)),
              mention(current.list.uri, current.nextUpdate, '').place,
            ),
          ]
        : [];
    });
  });
}

/** A list of revoked certificates that was out of date, or that names the certificate of the other end. */
export const revocation: Decider = {
  causes: ['authentication fail'],
  outputs: ['pkiCrl', ...CERTIFICATE_OUTPUTS, 'clock'],
  decide,
};
