import { reference } from '../teardown/common';
import type { CauseDefinition } from '../types';
import { ikePeer, set, show } from './stepCommands';

/** Causes about the identities with which the two ends introduce themselves. */

export const configIdMismatch: CauseDefinition = {
  name: 'config ID mismatch',
  kind: 'negotiation',
  listed: true,
  aliases: ['ID can not match with any ike peer config'],
  reasonCode: 13,
  harmless: 'no',
  meaning: {
    en: 'The identity payload of the other end names somebody no IKE peer here expects. It is compared by type and by value, so an address never equals the same digits sent as a name. The payload is encrypted in IKEv1 main mode and in IKEv2, and readable in aggressive mode. An IKEv2 initiator is told no more than AUTHENTICATION_FAILED and prints `authentication fail`.',
    'zh-cn':
      '对端身份载荷中的 ID 与本端任何 IKE 对等体期望的 ID 都不符。比较时类型和内容都必须一致：同样的字符，作为地址与作为名称并不相等。该载荷在 IKEv1 主模式和 IKEv2 中加密，野蛮模式中为明文。IKEv2 发起方只会收到 AUTHENTICATION_FAILED，打印 `authentication fail`。',
  },
  possibleCauses: [
    {
      en: 'Local identity there and remote identity here differ in type or value, often by a letter of another case.',
      'zh-cn': '对端的本端 ID 与本端的对端 ID 类型或内容不同，常见为大小写不一致。',
    },
    {
      en: 'NAT: with the default type ip a gateway introduces itself by the address of its interface, and the other end expects the translated one.',
      'zh-cn': 'NAT：ID 类型缺省为 ip，网关以接口地址作为 ID，而对端期望的是转换后的地址。',
    },
    {
      en: 'The two lines were copied from one gateway to the other without being swapped.',
      'zh-cn': '从一端复制配置到另一端时，没有把本端 ID 与对端 ID 对调。',
    },
  ],
  steps: [
    {
      check: {
        en: 'Cross-check the four fields: local type and ID of one gateway against remote type and ID of the other, in both directions. A hyphen stands for a value nobody configured; with type IP the local ID is then the address of the interface.',
        'zh-cn':
          '交叉核对四个字段：一端的本端 ID 类型和 ID 应等于另一端的对端 ID 类型和 ID，两个方向都要核对。显示 `-` 表示未配置，类型为 IP 时本端 ID 取接口地址。',
      },
      commands: [ikePeer('both ends', 'Local ID type', 'Local ID', 'Remote ID type', 'Remote ID')],
      branches: [
        {
          when: { en: 'this end introduces itself wrongly', 'zh-cn': '本端 ID 配置错误' },
          commands: [
            set('local-id-type <type>', 'IKE peer view', 'this end'),
            set('local-id <id>', 'IKE peer view', 'this end'),
          ],
          next: 2,
        },
        {
          when: { en: 'this end expects the wrong identity', 'zh-cn': '本端期望的对端 ID 错误' },
          commands: [
            set('remote-id-type <type>', 'IKE peer view', 'this end'),
            set('remote-id <id>', 'IKE peer view', 'this end'),
          ],
          next: 2,
        },
        {
          when: { en: 'the mistake is on the other gateway', 'zh-cn': '错误在对端' },
          advice: {
            en: 'Use the same four commands there.',
            'zh-cn': '在对端用同样的四条命令修改。',
          },
          next: 2,
        },
        { when: { en: 'all four correspond', 'zh-cn': '四项都对应' }, next: 'support' },
      ],
    },
    {
      check: {
        en: 'Let the ends negotiate anew, then see whether the IKE SA now shows the intended identity. Until then the display may still print the one from before.',
        'zh-cn': '重新协商后，查看 IKE SA 中的 ID 是否为期望的 ID。重新协商之前可能仍显示旧 ID。',
      },
      commands: [show('display ike sa', 'both ends')],
      branches: [
        { when: { en: 'the tunnel is up', 'zh-cn': '隧道已建立' }, next: 'done' },
        { when: { en: 'the cause comes back', 'zh-cn': '再次出现该原因' }, next: 'support' },
      ],
    },
  ],
  related: [
    {
      name: 'authentication fail',
      why: {
        en: 'What the end that sent the identity usually prints.',
        'zh-cn': '发送该 ID 的一端通常打印的原因。',
      },
    },
    {
      name: 'construct local ID fail',
      why: {
        en: 'The identity could not even be put together.',
        'zh-cn': 'ID 根本无法构造时。',
      },
    },
    {
      name: "none of user's interface is selected",
      why: {
        en: 'The identity is looked up in an IKE user table instead of a peer.',
        'zh-cn': 'ID 在 IKE 用户表而不是对等体中查找时。',
      },
    },
    {
      name: 'peer address mismatch',
      why: {
        en: 'The peer was turned away by its address before it could show an identity.',
        'zh-cn': '在检查 ID 之前就因地址被拒绝时。',
      },
    },
  ],
  note: {
    en: 'IKEv1 main mode with pre-shared keys leaves no choice: the responder needs the key before it can read the identity, so only addresses work there (RFC 2409 §5.4). For names use aggressive mode, certificates or IKEv2.',
    'zh-cn':
      'IKEv1 主模式加预共享密钥没有选择余地：响应方要先有密钥才能读到身份，因此只能用 IP 地址作为 ID（RFC 2409 §5.4）。要使用名称，请采用野蛮模式、证书认证或 IKEv2。',
  },
  sources: [
    reference('config ID mismatch'),
    'RFC 2407 §4.6.2',
    'RFC 2409 §5.4',
    'RFC 7296 §2.21.2',
    'RFC 7296 §3.5',
    'RFC 4301 §4.4.3.1',
    'S-series command reference, display ikev2 statistics',
    'S-series command reference, display ike sa',
  ],
};

export const constructLocalIdFail: CauseDefinition = {
  name: 'construct local ID fail',
  kind: 'negotiation',
  listed: true,
  reasonCode: 14,
  harmless: 'no',
  meaning: {
    en: 'The device had to introduce itself and found nothing to say: the configured type of local identity has no value. The message with the identity payload was never sent, so the other end sees the exchange stop half-way and mostly reports a timeout or nothing.',
    'zh-cn':
      '设备需要发送自己的身份，却取不到内容：配置了本端 ID 类型，但没有对应的值。携带身份载荷的报文没有发出，对端只看到交换中途停止，多为超时或没有记录。',
  },
  possibleCauses: [
    {
      en: 'The type is fqdn or user-fqdn and no name was configured.',
      'zh-cn': '类型为 fqdn 或 user-fqdn，但没有配置名称。',
    },
    {
      en: 'The type is dn, and there is no local certificate whose subject could be taken.',
      'zh-cn': '类型为 dn，但没有可取其主题（DN）的本地证书。',
    },
    {
      en: 'The type is ip, the default, and the interface with the policy has no address at the moment.',
      'zh-cn': '类型为缺省的 ip，但应用安全策略的接口当前没有 IP 地址。',
    },
  ],
  steps: [
    {
      check: {
        en: 'Do type and value belong together? Type IP needs no value, it takes the primary address of the interface. Any other type with a hyphen as ID is incomplete.',
        'zh-cn':
          '类型与 ID 是否配套？类型为 IP 时可以没有 ID，取接口的主地址；其他类型的 ID 若显示 `-`，则配置不完整。',
      },
      commands: [ikePeer('this end', 'Local ID type', 'Local ID')],
      branches: [
        {
          when: { en: 'they do not', 'zh-cn': '不配套' },
          advice: {
            en: 'Add the value, or choose the type you have a value for. The other end has to expect exactly that.',
            'zh-cn': '补充 ID，或改用有值可取的类型，并使对端期望的 ID 与之一致。',
          },
          commands: [
            set('local-id-type <type>', 'IKE peer view', 'this end'),
            set('local-id <id>', 'IKE peer view', 'this end'),
          ],
          next: 'done',
        },
        { when: { en: 'they do', 'zh-cn': '配套' }, next: 2 },
      ],
    },
    {
      check: {
        en: 'Before you call for help: with type IP, does the interface have its address; with type dn, is the local certificate there?',
        'zh-cn': '联系技术支持之前再确认：类型为 IP 时接口是否有地址，类型为 dn 时是否有本地证书。',
      },
      commands: [
        show('display ip interface brief', 'this end'),
        show('display pki certificate', 'this end', 'Subject'),
      ],
      branches: [
        {
          when: { en: 'it is missing', 'zh-cn': '没有' },
          advice: {
            en: 'Bring the interface up or import the certificate.',
            'zh-cn': '使接口获得地址，或导入证书。',
          },
          next: 'done',
        },
        { when: { en: 'it is there', 'zh-cn': '有' }, next: 'support' },
      ],
    },
  ],
  related: [
    {
      name: 'config ID mismatch',
      why: {
        en: 'The next hurdle, once an identity is sent: the other end has to know it.',
        'zh-cn': '能够发送 ID 之后的下一关：对端必须认识该 ID。',
      },
    },
    {
      name: 'no valid local cert',
      why: {
        en: 'With certificates, when it is the certificate that is lacking.',
        'zh-cn': '证书认证时，缺少的是证书本身。',
      },
    },
  ],
  note: {
    en: 'On AR a name of type fqdn may come from the global `ike local-name` instead of `local-id`. The certificate and the address are our reading of the protocol; the vendor speaks only of a local identity that could not be obtained.',
    'zh-cn':
      'AR 上 fqdn 类型的名称可以取自全局 `ike local-name` 而不是 `local-id`。证书和接口地址两项是根据协议的推断，厂商资料只说明取不到本端 ID。',
  },
  sources: [
    reference('construct local ID fail'),
    'RFC 2407 §4.6.2',
    'RFC 7296 §3.5',
    'AR V300 configuration examples, NAT traversal',
  ],
};

export const noUserInterface: CauseDefinition = {
  name: "none of user's interface is selected",
  kind: 'negotiation',
  listed: true,
  reasonCode: 43,
  products: { en: 'AR (reason code)', 'zh-cn': 'AR（原因码）' },
  harmless: 'no',
  meaning: {
    en: 'A head office serves many branches on several tunnel interfaces and decides by the identity of the branch which interface it gets. The device searched its IKE user table for the identity that came in and found no user with a usable interface. From the side of the branch this looks like a refused authentication or like silence.',
    'zh-cn':
      '总部在多个隧道接口上接入分支，并根据分支的 ID 决定使用哪个接口。设备在 IKE 用户表中查找收到的 ID，没有找到关联了可用接口的用户。在分支看来，表现为认证被拒绝或没有应答。',
  },
  possibleCauses: [
    {
      en: 'The identity of the user entry differs from the local identity of the branch, in type or in value.',
      'zh-cn': 'IKE 用户的 ID 类型或 ID 与分支的本端 ID 不同。',
    },
    {
      en: 'The entry names no tunnel interface, or one that does not exist or carries no IPsec profile.',
      'zh-cn': 'IKE 用户没有关联隧道接口，或关联的接口不存在、未应用安全框架。',
    },
  ],
  steps: [
    {
      check: {
        en: 'Find the entry of this branch in the user table and compare its identity with what the branch sends, and its interface with the tunnel interface meant for it.',
        'zh-cn': '在 IKE 用户表中找到该分支的用户，核对其 ID 与分支发送的 ID，以及关联的隧道接口。',
      },
      commands: [
        show(
          'display ike user-table number <number>',
          'this end',
          'User ID-type',
          'User ID',
          'Interface-assign',
        ),
        ikePeer('other end', 'Local ID type', 'Local ID'),
      ],
      branches: [
        {
          when: { en: 'the identity is wrong or missing', 'zh-cn': 'ID 错误或未配置' },
          commands: [set('id-type <type> <id>', 'IKE user view', 'this end')],
          next: 'done',
        },
        {
          when: { en: 'the interface is wrong or missing', 'zh-cn': '关联接口错误或未配置' },
          commands: [set('interface-assign <tunnel-interface>', 'IKE user view', 'this end')],
          next: 'done',
        },
        { when: { en: 'both are right', 'zh-cn': '均正确' }, next: 'support' },
      ],
    },
  ],
  related: [
    {
      name: 'config ID mismatch',
      why: {
        en: 'The same comparison for a peer without a user table.',
        'zh-cn': '未使用 IKE 用户表时的同类比较。',
      },
    },
    {
      name: 'authentication fail',
      why: {
        en: 'The user was found, but the key stored with it is not the one of the branch.',
        'zh-cn': '找到了用户，但其预共享密钥与分支不同时。',
      },
    },
  ],
  note: {
    en: 'The key of such a branch stands in the user entry, not in the IKE peer.',
    'zh-cn': '这类分支的预共享密钥配置在 IKE 用户下，而不是 IKE 对等体下。',
  },
  sources: [
    reference("none of user's interface is selected"),
    'AR alarm reference, hwIPSecNegoFail',
    'USG6000E configuration guide, IPsec profile',
    'USG6000E command reference, pre-shared-key (IKE user view)',
  ],
};
