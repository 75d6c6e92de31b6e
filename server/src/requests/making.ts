import { languageService } from '../languageService';
import {
  CHECK_NEW_PAIR,
  NEW_PAIR,
  NEW_PAIR_PRODUCTS,
  REDACTED,
  type NewPairCheck,
  type NewPairParams,
} from '../protocol';
import type { RequestGroup } from './request';

/** Beyond the LSP's own methods: texts that are made for a person, such as a copy without secrets. */
export const making: RequestGroup = {
  capabilities: () => ({}),

  listen(connection, session) {
    connection.onRequest(
      REDACTED,
      ({ uri }: { uri: string }) => languageService.redacted(session().snapshot, uri) ?? null,
    );

    connection.onRequest(NEW_PAIR_PRODUCTS, () => languageService.newPairProducts());

    connection.onRequest(
      CHECK_NEW_PAIR,
      (check: NewPairCheck) => languageService.newPairProblem(check) ?? null,
    );

    connection.onRequest(NEW_PAIR, ({ ends }: NewPairParams) => languageService.newPair(ends));
  },
};
