import { reference } from '../teardown/common';
import type { CauseDefinition, CauseStep } from '../types';
import { errorsOfOtherEnd, ikePeer, ikeProposal, set, show } from './stepCommands';

/** Causes in which the two ends cannot prove to each other who they are. */

export const authenticationFail: CauseDefinition = {
  name: 'authentication fail',
  kind: 'negotiation',
  listed: true,
  aliases: ['authentication fail (may be pre-shared-key error)'],
  reasonCode: 15,
  harmless: 'no',
  meaning: {
    en: 'The algorithms are agreed, and now one end could not prove who it is. IKEv2 signs or hashes its first message with the private key or the shared key (RFC 7296 §2.15); the end that cannot verify this answers AUTHENTICATION_FAILED, so as a rule both ends have this cause in their records. IKEv1 does it with HASH_I and HASH_R or signatures (RFC 2409 §5). Under IKEv1 main mode a wrong pre-shared key does not get that far: it spoils the encryption keys, the fifth message decrypts to rubbish, and you find `malformed payload` or `malformed message` instead.',
    'zh-cn':
      '算法已协商一致，但一端无法证明自己的身份。IKEv2 用私钥或共享密钥对自己的首个报文签名或计算摘要（RFC 7296 §2.15），无法验证的一端回复 AUTHENTICATION_FAILED，因此两端通常都有该原因的记录。IKEv1 使用 HASH_I、HASH_R 或签名（RFC 2409 §5）。IKEv1 主模式下预共享密钥错误到不了这一步：加密密钥也随之错误，第五条消息解密后是乱码，因此出现的是 `malformed payload` 或 `malformed message`。',
  },
  possibleCauses: [
    {
      en: 'The authentication methods differ: a shared key on one end, certificates on the other.',
      'zh-cn': '两端认证方法不同：一端为预共享密钥，另一端为证书。',
    },
    {
      en: 'The pre-shared keys differ; a blank at the end or a letter of another case suffices.',
      'zh-cn': '预共享密钥不同，多一个空格或大小写不同都会导致失败。',
    },
    {
      en: 'A certificate was not accepted: expired or not yet valid by the clock of the other end, revoked, or without a chain to a CA the other end has.',
      'zh-cn': '证书未被接受：按对端时钟已过期或尚未生效、已被吊销，或无法追溯到对端拥有的 CA 证书。',
    },
    {
      en: 'IKEv2: the identity is not the one the other end expects. It answers with the same notification.',
      'zh-cn': 'IKEv2：身份 ID 与对端期望的不同，对端以同样的通知应答。',
    },
  ],
  steps: [
    {
      check: {
        en: 'Which method does the proposal of each end name?',
        'zh-cn': '两端 IKE 安全提议的认证方法各是什么？',
      },
      commands: [ikeProposal('Authentication Method')],
      branches: [
        {
          when: { en: 'the methods differ', 'zh-cn': '认证方法不同' },
          advice: {
            en: 'Choose one method for both ends.',
            'zh-cn': '两端改为同一认证方法。',
          },
          commands: [
            set(
              'authentication-method { pre-share | rsa-signature | digital-envelope }',
              'IKE proposal view',
            ),
          ],
          next: 'done',
        },
        {
          when: { en: 'PRE_SHARED on both ends', 'zh-cn': '两端均为 PRE_SHARED' },
          advice: {
            en: 'Type the key anew on both ends. Saved keys cannot be compared: the cipher text is different each time.',
            'zh-cn': '在两端重新输入密钥。保存的密文每次都不同，无法直接比较。',
          },
          commands: [set('pre-shared-key <key>', 'IKE peer view')],
          next: 'done',
        },
        {
          when: {
            en: 'RSA-SIGNATURE or DIGITAL-ENVELOPE on both ends',
            'zh-cn': '两端均为 RSA-SIGNATURE 或 DIGITAL-ENVELOPE',
          },
          next: 2,
        },
      ],
    },
    {
      check: {
        en: 'Certificates are judged by the clock of the gateway that checks them. Do both show the right date and time, zone included?',
        'zh-cn': '证书有效期按验证方的时钟判断。两端的日期、时间和时区是否都正确？',
      },
      commands: [show('display clock', 'both ends')],
      branches: [
        {
          when: { en: 'one is wrong', 'zh-cn': '有一端不正确' },
          commands: [set('clock datetime <HH:MM:SS> <YYYY-MM-DD>', 'user view')],
          next: 'done',
        },
        { when: { en: 'both are right', 'zh-cn': '均正确' }, next: 3 },
      ],
    },
    {
      check: {
        en: 'Look at the end of validity of the certificate the refused gateway uses.',
        'zh-cn': '查看被拒绝一端所用证书的有效期截止时间。',
      },
      commands: [show('display pki certificate', 'other end', 'Validity')],
      branches: [
        {
          when: { en: 'it is over', 'zh-cn': '已过期' },
          advice: {
            en: 'Have a new certificate issued for that gateway and install it.',
            'zh-cn': '为该网关申请并安装新证书。',
          },
          next: 'done',
        },
        { when: { en: 'it is still valid', 'zh-cn': '仍有效' }, next: 4 },
      ],
    },
    {
      check: {
        en: 'Follow the chain: does the issuer named in the certificate of a gateway stand as subject in a CA certificate of the gateway that verifies it, and so on up to the root?',
        'zh-cn': '检查证书链：本地证书的颁发者是否就是验证方所持 CA 证书的主题，并可一直追溯到根 CA？',
      },
      commands: [show('display pki certificate', 'both ends', 'Issuer', 'Subject')],
      branches: [
        {
          when: { en: 'a link is missing', 'zh-cn': '证书链不完整' },
          advice: {
            en: 'Import the CA certificate of the other gateway.',
            'zh-cn': '导入对端的 CA 证书。',
          },
          next: 'done',
        },
        { when: { en: 'the chain is whole', 'zh-cn': '完整' }, next: 5 },
      ],
    },
    {
      check: {
        en: 'If revocation is checked by CRL: is the list still within its period, that is, before its next update?',
        'zh-cn': '若采用 CRL 方式检查证书状态：CRL 是否仍在有效期内（未到下次更新时间）？',
      },
      commands: [show('display pki crl', 'both ends')],
      branches: [
        {
          when: { en: 'it is out of date', 'zh-cn': '已过期' },
          advice: { en: 'Fetch the current list.', 'zh-cn': '更新 CRL。' },
          next: 'done',
        },
        {
          when: { en: 'it is current, or no CRL is used', 'zh-cn': '未过期，或未使用 CRL' },
          next: 'support',
        },
      ],
    },
  ],
  related: [
    {
      name: 'malformed payload',
      why: {
        en: 'The face of a wrong key under IKEv1 main mode.',
        'zh-cn': 'IKEv1 主模式下密钥错误时的表现。',
      },
    },
    {
      name: 'config ID mismatch',
      why: {
        en: 'If the other end prints it for the same attempt, the identity is at fault and not the key.',
        'zh-cn': '若对端对同一次协商打印该原因，则是 ID 而不是密钥的问题。',
      },
    },
    {
      name: 'peer cert is expired',
      why: {
        en: 'A finer name some gateways have for one of the certificate cases.',
        'zh-cn': '部分网关对证书问题的细分原因之一。',
      },
    },
    {
      name: 'eap authentication fail',
      why: {
        en: 'If a user and not a gateway was refused.',
        'zh-cn': '被拒绝的是用户而不是网关时。',
      },
    },
  ],
  note: {
    en: 'Where the IKE peer refers to an IKE user table, the key to compare is the one of the IKE user. In aggressive mode a wrong key does reach the hash, which the initiator checks first. S-series counters add `(may be pre-shared-key error)` to the name.',
    'zh-cn':
      'IKE 对等体引用了 IKE 用户表时，应比较 IKE 用户下的密钥。野蛮模式下密钥错误会体现在摘要校验上，由发起方先发现。S 系列统计项在名称后带有 `(may be pre-shared-key error)`。',
  },
  sources: [
    reference('authentication fail'),
    'RFC 2409 §5',
    'RFC 7296 §2.15',
    'RFC 7296 §2.21.2',
    'RFC 5280 §4.1.2.5',
    'RFC 5280 §6.1',
    'S-series command reference, display ikev2 statistics',
    'USG6000E command reference, pre-shared-key (IKE user view)',
  ],
};

const retypeKey: readonly CauseStep[] = [
  {
    check: {
      en: 'Look which version and mode the peer uses and whether a key is set on each end. The key is shown as cipher text, which differs even for equal keys, so you cannot compare it by eye.',
      'zh-cn':
        '查看对等体的版本和协商模式，以及两端是否都配置了密钥。密钥以密文显示，相同密钥的密文也不同，无法直接比较。',
    },
    commands: [ikePeer('both ends', 'Pre-shared-key', 'IKE version', 'Exchange mode')],
    branches: [
      {
        when: { en: 'pre-shared keys are in use', 'zh-cn': '使用预共享密钥' },
        advice: {
          en: 'Enter the key again on both ends, without relying on what is saved.',
          'zh-cn': '在两端重新输入密钥，不要依赖已保存的内容。',
        },
        commands: [set('pre-shared-key <key>', 'IKE peer view')],
        next: 2,
      },
      { when: { en: 'certificates are in use', 'zh-cn': '使用证书' }, next: 'support' },
    ],
  },
  {
    check: {
      en: 'Negotiate anew. What do the two ends record now?',
      'zh-cn': '重新协商，两端现在记录了什么？',
    },
    commands: [show('display ike error-info', 'this end', 'error-reason', 'error-time'), errorsOfOtherEnd],
    branches: [
      { when: { en: 'the tunnel is up', 'zh-cn': '隧道已建立' }, next: 'done' },
      {
        when: { en: 'another cause', 'zh-cn': '其他原因' },
        advice: {
          en: 'The key is right now; follow that cause.',
          'zh-cn': '密钥问题已解决，按新的原因处理。',
        },
        next: 'done',
      },
      { when: { en: 'the same cause', 'zh-cn': '仍为该原因' }, next: 'support' },
    ],
  },
];

const underIkev2 = {
  name: 'authentication fail',
  why: {
    en: 'What a wrong key looks like under IKEv2, whose encryption does not depend on it.',
    'zh-cn': 'IKEv2 下密钥错误的表现；IKEv2 的加密不依赖预共享密钥。',
  },
};

const fromOutside = {
  name: 'invalid length',
  why: {
    en: 'If the packets come from an address that is no peer of yours.',
    'zh-cn': '报文来自非对端地址时。',
  },
};

export const malformedMessage: CauseDefinition = {
  name: 'malformed message',
  kind: 'negotiation',
  listed: true,
  reasonCode: 30,
  harmless: 'no',
  meaning: {
    en: 'An IKE message came whose content makes no sense as a whole. In practice it was decrypted with the wrong key: in IKEv1 with pre-shared keys all keys of the IKE SA are derived from the shared one (SKEYID, RFC 2409 §5), so two unequal keys give two unequal ciphers. The fifth message of main mode is the first encrypted one, and there the difference shows. The responder prints this; the initiator repeats its message and runs into a timeout.',
    'zh-cn':
      '收到的 IKE 报文整体无法解析。实际上多为用错误的密钥解密所致：IKEv1 采用预共享密钥时，IKE SA 的所有密钥都由它派生（SKEYID，RFC 2409 §5），两端预共享密钥不同，加密密钥就不同。主模式的第五条消息首次加密，问题在此暴露。响应方打印该原因，发起方则反复重传直至超时。',
  },
  possibleCauses: [
    {
      en: 'IKEv1 main mode with a pre-shared key that is not the same on both gateways.',
      'zh-cn': 'IKEv1 主模式下，两端的预共享密钥不同。',
    },
    {
      en: 'Several branches share one IKE peer, and the key belongs to another branch.',
      'zh-cn': '多个分支共用一个 IKE 对等体，使用的是另一分支的密钥。',
    },
  ],
  steps: retypeKey,
  related: [
    {
      name: 'malformed payload',
      why: {
        en: 'The twin: same fault, noticed in one payload.',
        'zh-cn': '孪生原因：同样的问题，在某个载荷中被发现。',
      },
    },
    underIkev2,
    fromOutside,
  ],
  note: {
    en: 'The vendor gives the unequal key as the only cause. What separates this name from `malformed payload` is not documented; treat both alike.',
    'zh-cn': '厂商资料给出的唯一原因是密钥不同。它与 `malformed payload` 的区别没有资料说明，可同样处理。',
  },
  sources: [reference('malformed message'), 'RFC 2409 §5', 'RFC 2408 §5.1', 'RFC 7296 §2.14'],
};

export const malformedPayload: CauseDefinition = {
  name: 'malformed payload',
  kind: 'negotiation',
  listed: true,
  reasonCode: 28,
  harmless: 'no',
  meaning: {
    en: 'While taking a message apart the device met a payload that breaks the format: a reserved byte that is not zero, a length beyond the end, an unknown type (RFC 2408 §5.3). That is just how random bytes look, and random bytes are what IKEv1 main mode decrypts when the two ends hold different pre-shared keys. We saw it in a trial of our own: with a wrong key the responder stumbled over the fifth message, while IKEv2 answered AUTHENTICATION_FAILED.',
    'zh-cn':
      '设备逐个解析载荷时遇到格式错误：保留字节不为零、长度越界、类型未知（RFC 2408 §5.3）。随机字节正是如此，而两端预共享密钥不同时，IKEv1 主模式解密得到的就是随机字节。我们的试验也证实了这一点：密钥错误时，响应方在第五条消息处失败，而 IKEv2 返回 AUTHENTICATION_FAILED。',
  },
  possibleCauses: [
    {
      en: 'Unequal pre-shared keys (IKEv1, main mode).',
      'zh-cn': '预共享密钥不同（IKEv1 主模式）。',
    },
    {
      en: 'The key was pasted with quotation marks, a blank or a line end that one product keeps and the other drops.',
      'zh-cn': '粘贴密钥时带入了引号、空格或换行，两端产品处理方式不同。',
    },
  ],
  steps: retypeKey,
  related: [
    {
      name: 'malformed message',
      why: {
        en: 'The twin: same fault, seen in the message as a whole.',
        'zh-cn': '孪生原因：同样的问题，体现在整个报文上。',
      },
    },
    underIkev2,
    {
      name: 'uncritical drop',
      why: {
        en: 'May stand beside it when the rubbish looks like an unknown payload.',
        'zh-cn': '乱码看上去像未知载荷时，可能同时出现。',
      },
    },
    fromOutside,
  ],
  note: {
    en: 'On a USG a key in double quotes may contain blanks and question marks; the quotes themselves do not belong to it.',
    'zh-cn': 'USG 上密钥用双引号括起时可以包含空格和问号，双引号不属于密钥。',
  },
  sources: [
    reference('malformed payload'),
    'RFC 2408 §5.3',
    'RFC 2409 §5',
    'RFC 7296 §2.14',
    'USG6000E command reference, pre-shared-key (IKE peer view)',
  ],
};
