import { reference } from '../teardown/common';
import type { CauseDefinition } from '../types';
import { ikePeer } from './stepCommands';
import { recordComesBack } from './versions';

/** Main or aggressive mode in IKEv1 phase 1. */

const exchangeMode = 'exchange-mode { main | aggressive | auto }';

export const roleMismatch: CauseDefinition = {
  name: 'role mismatch',
  kind: 'negotiation',
  listed: true,
  harmless: 'no',
  meaning: {
    en: 'IKEv1 only: one end wants to run phase 1 in main mode, the other in aggressive mode. The mode is a field of the packet header, so the first packet already decides. In spite of the name it is not a matter of who is initiator and who responder.',
    'zh-cn':
      '仅 IKEv1：一端希望以主模式进行第一阶段，另一端希望以野蛮模式进行。模式是报文头中的字段，首个报文即可判断。虽然名称含 "role"，但与谁是发起方、谁是响应方无关。',
  },
  possibleCauses: [
    {
      en: 'One end is set to `main`, the other to `aggressive`.',
      'zh-cn': '一端为 `main`，另一端为 `aggressive`。',
    },
    {
      en: 'One end is set to `auto` and starts the negotiation, with main mode as always, towards an end that takes aggressive mode only. Started from there it would work.',
      'zh-cn':
        '一端为 `auto` 并发起协商（始终以主模式发起），而对端只接受野蛮模式。反过来由对端发起则能成功。',
    },
    {
      en: 'One end has no such line and works with the default, which is main on USG.',
      'zh-cn': '一端没有配置该命令，使用缺省值；USG 缺省为主模式。',
    },
  ],
  steps: [
    {
      check: {
        en: 'Compare the mode on both ends. It has no meaning where the peer runs IKEv2 only.',
        'zh-cn': '比较两端的协商模式。对等体只使用 IKEv2 时该参数无意义。',
      },
      commands: [ikePeer('both ends', 'Exchange mode', 'IKE version')],
      branches: [
        {
          when: { en: 'the modes differ', 'zh-cn': '模式不同' },
          advice: {
            en: 'Prefer main, which hides the identities. Take aggressive on both ends where the responder has to choose the pre-shared key by the name of the initiator because it does not know its address.',
            'zh-cn':
              '优先使用主模式，身份信息经过加密。若响应方不知道发起方地址、需按其名称选择预共享密钥，则两端都使用野蛮模式。',
          },
          commands: [{ command: exchangeMode, place: 'IKE peer view', end: 'both ends' }],
          next: 'done',
        },
        {
          when: { en: 'the modes are equal', 'zh-cn': '模式相同' },
          advice: {
            en: 'Check that the address in the record belongs to this peer; another one may have answered.',
            'zh-cn': '确认记录中的地址属于该对等体，参与协商的可能是另一个对等体。',
          },
          next: 'support',
        },
      ],
    },
  ],
  related: [
    {
      name: 'unknown exchange type',
      why: {
        en: 'The mode in the packet is neither of the two.',
        'zh-cn': '报文中的模式两者都不是。',
      },
    },
    {
      name: 'version mismatch',
      why: {
        en: 'One end may run IKEv2, which has no such modes.',
        'zh-cn': '可能有一端使用 IKEv2，IKEv2 没有这两种模式。',
      },
    },
    {
      name: 'config ID mismatch',
      why: {
        en: 'After a change to aggressive mode with names: the name is not the one expected.',
        'zh-cn': '改为野蛮模式并使用名称后，名称与预期不符。',
      },
    },
  ],
  note: {
    en: 'S-series, AR and access controllers call the same situation `exchange mode mismatch` and give it reason code 32.',
    'zh-cn': 'S 系列、AR 和无线控制器将同样的情况称为 `exchange mode mismatch`，原因码为 32。',
  },
  sources: [
    reference('role mismatch'),
    'USG6000E command reference, exchange-mode',
    'RFC 2408 §3.1',
    'RFC 2409 §5',
  ],
};

export const unknownExchangeType: CauseDefinition = {
  name: 'unknown exchange type',
  kind: 'negotiation',
  listed: true,
  reasonCode: 33,
  harmless: 'no',
  meaning: {
    en: 'An IKEv1 packet carries a number for its kind of exchange that phase 1 does not know here: not 2, which is main mode, and not 4, which is aggressive mode. It is thrown away, and the sender hears nothing it could use.',
    'zh-cn':
      'IKEv1 报文中的交换类型编号不是本端第一阶段支持的类型：既不是 2（主模式），也不是 4（野蛮模式）。报文被丢弃，发送方得不到有用的应答。',
  },
  possibleCauses: [
    {
      en: 'The other end is set to a mode that is neither main nor aggressive, such as the base exchange of ISAKMP.',
      'zh-cn': '对端配置的模式既非主模式也非野蛮模式，例如 ISAKMP 的 base 交换。',
    },
    {
      en: 'The packet is not a serious attempt: a scanner, or a header damaged on the way.',
      'zh-cn': '报文并非正常协商：来自扫描程序，或报文头在途中损坏。',
    },
  ],
  steps: [
    {
      check: {
        en: 'Which mode does the other end use? On a device of another vendor, look for it under phase 1.',
        'zh-cn': '对端使用哪种模式？其他厂商的设备请在第一阶段配置中查看。',
      },
      commands: [
        {
          command: 'display ike peer name <peer-name>',
          place: 'any view',
          end: 'other end',
          fields: ['Exchange mode'],
        },
      ],
      branches: [
        {
          when: { en: 'neither main nor aggressive', 'zh-cn': '既非主模式也非野蛮模式' },
          advice: {
            en: 'Set it to one of the two, the same as here.',
            'zh-cn': '改为其中之一，并与本端相同。',
          },
          commands: [
            { command: 'exchange-mode { main | aggressive }', place: 'IKE peer view', end: 'other end' },
          ],
          next: 2,
        },
        { when: { en: 'one of the two', 'zh-cn': '是其中之一' }, next: 2 },
      ],
    },
    recordComesBack,
  ],
  related: [
    {
      name: 'role mismatch',
      why: {
        en: 'Both modes are known, but the two ends want different ones.',
        'zh-cn': '两种模式都有效，但两端不同。',
      },
    },
    {
      name: 'unsupported version',
      why: {
        en: 'The version in the same header is the unknown part.',
        'zh-cn': '同一报文头中无法识别的是版本号。',
      },
    },
    {
      name: 'malformed message',
      why: {
        en: 'The packet as a whole cannot be read.',
        'zh-cn': '整个报文无法解析。',
      },
    },
  ],
  note: {
    en: 'A few records from addresses that are none of your peers are the noise of the Internet. The S-series counts the same among its packet errors.',
    'zh-cn': '来自非对端地址的少量记录属于互联网噪声。S 系列将其计入报文错误类统计。',
  },
  sources: [
    reference('unknown exchange type'),
    'S-series command reference, display ikev2 statistics',
    'RFC 2408 §3.1',
    'RFC 2409 §5',
  ],
};
