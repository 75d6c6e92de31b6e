import * as l10n from '@vscode/l10n';
import { flowsOf, type FlowMismatch } from '../../tunnels/flowComparison';
import type { Tunnel } from '../../tunnels/pairing';
import { comparedSessions } from '../../tunnels/session';
import type { Difference, Side, TunnelRule } from '../tunnelRule';
import { flowText, mirrorRepairs } from './mirror';

const MISMATCH = 'flow or peer mismatch';

function narrowedMessage(mismatch: FlowMismatch, names: readonly string[]): string {
  switch (mismatch.relation) {
    case 'inside':
      return l10n.t('{0} protects {1}, {2} more than that ({3}): IKEv2 narrows to what both have.', ...names);
    case 'around':
      return l10n.t(
        '{0} protects {1}, {2} only a part of it ({3}): IKEv2 narrows to what both have.',
        ...names,
      );
    default:
      return l10n.t(
        '{0} protects {1}, {2} has only a part in common ({3}): IKEv2 narrows to that.',
        ...names,
      );
  }
}

function differenceOf(tunnel: Tunnel, mismatch: FlowMismatch): Difference {
  const { at, own, other, effect } = mismatch;
  const [caller, called] = at === 0 ? tunnel.ends : [tunnel.ends[1], tunnel.ends[0]];
  const narrowed = effect === 'narrowed';
  const acl = called.acl?.name ?? '';
  const names = [caller.device.name, flowText(own), called.device.name, other ? flowText(other) : ''];
  const back = [called.device.name, other ? flowText(other) : '', caller.device.name, flowText(own)];
  const opposite: FlowMismatch['relation'] =
    mismatch.relation === 'inside' ? 'around' : mismatch.relation === 'around' ? 'inside' : mismatch.relation;
  const version = comparedSessions(tunnel).every((session) => session.version === 2) ? 2 : 1;
  const both = (texts: readonly string[]): string =>
    version === 1
      ? l10n.t('{0} protects {1}, but {2} protects {3}: IKEv1 needs the exact mirror image.', ...texts)
      : l10n.t('{0} protects {1}, but {2} protects {3}: the two have nothing in common.', ...texts);
  const alone = [...names.slice(0, 3), acl];
  const first: Side = {
    place: own.place,
    value: l10n.t('{0}: {1}', caller.device.name, flowText(own)),
    message: narrowed
      ? narrowedMessage(mismatch, names)
      : other
        ? both(names)
        : l10n.t('{0} protects {1}, but no rule of ACL {3} of {2} mirrors it.', ...alone),
    causes: [MISMATCH],
  };
  const second: Side = {
    place: other?.place ?? called.settings.acl?.place ?? called.place,
    value: other
      ? l10n.t('{0}: {1}', called.device.name, flowText(other))
      : l10n.t('{0}: ACL {1}', called.device.name, acl),
    message: narrowed
      ? narrowedMessage({ ...mismatch, relation: opposite }, back)
      : other
        ? both(back)
        : l10n.t('ACL {3} has no rule for {1}, which {0} protects: {2} refuses it.', ...alone),
    causes: [MISMATCH],
  };
  const viaInterface = caller.kind === 'profile' || called.kind === 'profile';
  return {
    sides: at === 0 ? [first, second] : [second, first],
    effect: narrowed ? 'none' : 'fails',
    // A tunnel interface protects what is routed into it: that the other end takes only a part of it is how the two are used together.
    ...(narrowed ? { severity: viaInterface ? 'information' : 'warning' } : {}),
    repairs: (documents) => mirrorRepairs(caller, own, called, other, documents),
  };
}

/** Flows that are not the mirror image of each other. */
export const protectedFlow: TunnelRule = {
  id: 'protected-flow-mismatch',
  severity: 'error',
  phase: 'flow',
  causes: [MISMATCH],
  documentation: {
    title: { en: 'Protected flows that do not mirror', 'zh-cn': '保护的数据流不互为镜像' },
    checks: {
      en:
        'Every permit rule of one end’s security ACL against those of the other end with source and destination exchanged, protocol and ' +
        'ports included. IKEv1 needs the exact mirror image. IKEv2 narrows to the common part: a warning, and an error only where there ' +
        'is none. A template without an ACL takes any flow. Rules that depend on address sets, time ranges or VPN instances, and ' +
        'rules of which a deny rule takes a part out, count as not compared.',
      'zh-cn':
        '将一端安全 ACL 的每条 permit 规则与另一端源、目的互换后的规则比较，包括协议和端口。IKEv1 要求完全镜像；IKEv2 取两端的公共部分（告警），没有公共部分才是错误。未配置 ACL 的策略模板接受任意数据流。依赖地址集、时间段、VPN 实例的规则以及被 deny 规则排除一部分的规则视为无法比较。',
    },
    why: {
      en: 'The responder finds no flow of its own for what the initiator asks to protect, and refuses it; narrowed, only a part of the traffic passes.',
      'zh-cn': '响应方找不到与发起方请求对应的数据流而拒绝协商；取公共部分时仅部分流量能够通过。',
    },
    repair: {
      en: 'Writes the mirrored rule on the other end, over the rule that was meant or as a new one; the end whose networks fit is followed.',
      'zh-cn': '在另一端写入镜像规则（替换对应规则或新增），以与接口网段相符的一端为准。',
    },
    sources: ['RFC 2409 §5.5', 'RFC 7296 §2.9', 'IPSec Fault Cause Reference, flow or peer mismatch'],
  },
  checkTunnel: (tunnel) => {
    const { mismatches, unverified } = flowsOf(tunnel);
    return {
      differences: mismatches.map((mismatch) => differenceOf(tunnel, mismatch)),
      unverified: unverified ? ['security acl'] : [],
    };
  },
};
