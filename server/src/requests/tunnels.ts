import type { TextDocumentPositionParams } from 'vscode-languageserver';
import { languageService } from '../languageService';
import {
  COMPARE_ENDS,
  EVIDENCE,
  PROBLEM_DETAILS,
  PROBLEMS,
  REPAIR_TUNNEL,
  REPORT,
  REPORTABLE,
  TUNNEL_OVERVIEW,
  TUNNELS_AT,
  TUNNELS_NAMED,
  type EvidenceParams,
  type RepairTunnelParams,
  type TunnelArguments,
} from '../protocol';
import type { RequestGroup } from './request';

/** Beyond the LSP's own methods: tunnels, what is wrong with them, and reports of that. */
export const tunnels: RequestGroup = {
  capabilities: () => ({}),

  listen(connection, session) {
    connection.onRequest(TUNNELS_AT, ({ textDocument, position }: TextDocumentPositionParams) =>
      languageService.tunnelsAt(session().snapshot, textDocument.uri, position),
    );

    connection.onRequest(TUNNELS_NAMED, ({ uri, ids }: TunnelArguments) =>
      languageService.tunnelsNamed(session().snapshot, uri, ids),
    );

    connection.onRequest(
      COMPARE_ENDS,
      ({ id }: { id: string }) => languageService.compareEnds(session().snapshot, id) ?? null,
    );

    connection.onRequest(
      REPAIR_TUNNEL,
      ({ id, only }: RepairTunnelParams) =>
        languageService.repairTunnel(session().snapshot, id, only) ?? null,
    );

    connection.onRequest(TUNNEL_OVERVIEW, () => {
      const { snapshot, settings, follow } = session();
      follow();
      return languageService.tunnelOverview(snapshot, settings);
    });

    connection.onRequest(PROBLEMS, () => {
      const { snapshot, settings, follow } = session();
      follow();
      return languageService.problems(snapshot, settings);
    });

    connection.onRequest(PROBLEM_DETAILS, ({ id }: { id: string }) => {
      const { snapshot, settings } = session();
      return languageService.problemDetails(snapshot, id, settings);
    });

    connection.onRequest(EVIDENCE, ({ problem }: EvidenceParams) => {
      const { snapshot, settings } = session();
      return languageService.evidence(snapshot, settings, problem);
    });

    connection.onRequest(REPORTABLE, () => {
      const { snapshot, settings } = session();
      return languageService.reportable(snapshot, settings);
    });

    connection.onRequest(REPORT, ({ id }: { id: string }) => {
      const { snapshot, settings, folders } = session();
      return languageService.tunnelReport(snapshot, id, settings, folders) ?? null;
    });
  },
};
