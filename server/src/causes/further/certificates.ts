import type { CauseDefinition } from '../types';

/** Negotiation failures known from alarm lists, about certificates. */

export const formCertPayloadFail: CauseDefinition = {
  name: 'form cert payload fail',
  kind: 'negotiation',
  listed: false,
  reasonCode: 52,
  products: {
    en: 'AR, WAC and AP (not on the S-series list)',
    'zh-cn': 'AR、WAC 和 AP（S 系列列表中没有）',
  },
  harmless: 'no',
  meaning: {
    en: 'The peers authenticate with certificates, and this end could not put its certificate into the message it had to send. The other end therefore never got to see one.',
    'zh-cn': '双方采用证书认证，而本端无法把证书装入要发送的报文，对端因此收不到证书。',
  },
  possibleCauses: [
    {
      en: 'The certificate file that the peer configuration names is missing or cannot be read.',
      'zh-cn': '对等体配置引用的证书文件不存在或无法读取。',
    },
    {
      en: 'The certificate authority the other end asked for has issued no certificate to this device.',
      'zh-cn': '对端要求的 CA 没有给本设备签发证书。',
    },
  ],
  steps: [],
  related: [
    {
      name: 'authentication fail',
      why: {
        en: 'A certificate was sent and refused; its steps also lead through the certificates of this end.',
        'zh-cn': '证书已发送但被拒绝；其步骤同样包含检查本端证书。',
      },
    },
    {
      name: 'construct local ID fail',
      why: {
        en: 'The identity, not the certificate, could not be put together.',
        'zh-cn': '无法构造的是身份 ID 而不是证书。',
      },
    },
  ],
  note: {
    en: 'The alarm lists give the name and the number only. The causes above are inferred from the protocol.',
    'zh-cn': '告警列表只给出名称和编号，以上原因是根据协议推断的。',
  },
  sources: ['AR alarm reference, hwIPSecNegoFail', 'RFC 7296 §3.6', 'RFC 7296 §3.7'],
};

export const noValidLocalCert: CauseDefinition = {
  name: 'no valid local cert',
  kind: 'negotiation',
  listed: false,
  reasonCode: 54,
  products: {
    en: 'AR, WAC and AP (not on the S-series list)',
    'zh-cn': 'AR、WAC 和 AP（S 系列列表中没有）',
  },
  harmless: 'no',
  meaning: {
    en: 'Certificate authentication is configured, but this device has no certificate of its own that may be used now.',
    'zh-cn': '配置了证书认证，但本设备当前没有可用的本地证书。',
  },
  possibleCauses: [
    { en: 'No local certificate was imported.', 'zh-cn': '没有导入本地证书。' },
    {
      en: 'It has expired, or is not valid yet because the clock of the device is wrong.',
      'zh-cn': '证书已过期，或因设备时间错误而尚未生效。',
    },
  ],
  steps: [
    {
      check: {
        en: 'Our own suggestion: is the clock right, and is there a local certificate whose validity includes today?',
        'zh-cn': '本工具的建议：设备时间是否正确？是否有处于有效期内的本地证书？',
      },
      commands: [
        { command: 'display clock', place: 'any view', end: 'this end' },
        { command: 'display pki certificate', place: 'any view', end: 'this end' },
      ],
      branches: [
        {
          when: { en: 'the clock is wrong', 'zh-cn': '时间错误' },
          commands: [
            { command: 'clock datetime <HH:MM:SS> <YYYY-MM-DD>', place: 'user view', end: 'this end' },
          ],
          next: 'done',
        },
        {
          when: { en: 'there is none, or it has expired', 'zh-cn': '没有证书或已过期' },
          advice: {
            en: 'Apply for a new local certificate and import it.',
            'zh-cn': '申请并导入新的本地证书。',
          },
          next: 'done',
        },
        { when: { en: 'both are in order', 'zh-cn': '均正常' }, next: 'support' },
      ],
    },
  ],
  related: [
    {
      name: 'authentication fail',
      why: { en: 'When a certificate was sent but not accepted.', 'zh-cn': '证书已发送但未被接受。' },
    },
  ],
  note: {
    en: 'The alarm lists give the name and the number only. The causes above are inferred.',
    'zh-cn': '告警列表只给出名称和编号，以上原因为推断。',
  },
  sources: ['AR alarm reference, hwIPSecNegoFail', 'RFC 5280 §4.1.2.5'],
};

export const peerCertExpired: CauseDefinition = {
  name: 'peer cert is expired',
  kind: 'negotiation',
  listed: false,
  products: { en: 'Open Telekom Cloud gateway', 'zh-cn': 'Open Telekom Cloud 网关' },
  harmless: 'no',
  meaning: {
    en: 'The certificate of the other end arrived and its validity is over, judged by the clock of this end. The other end learns only that authentication failed.',
    'zh-cn': '收到对端证书，按本端时钟判断已过有效期。对端只知道认证失败。',
  },
  possibleCauses: [
    { en: 'The certificate was not renewed in time.', 'zh-cn': '对端证书未及时更新。' },
    { en: 'The clock of this end is ahead.', 'zh-cn': '本端时钟超前。' },
  ],
  steps: [
    {
      check: { en: 'Is the clock of this end right?', 'zh-cn': '本端时钟是否正确？' },
      commands: [{ command: 'display clock', place: 'any view', end: 'both ends' }],
      branches: [
        {
          when: { en: 'it is not', 'zh-cn': '不正确' },
          commands: [
            { command: 'clock datetime <HH:MM:SS> <YYYY-MM-DD>', place: 'user view', end: 'this end' },
          ],
          next: 'done',
        },
        { when: { en: 'it is', 'zh-cn': '正确' }, next: 2 },
      ],
    },
    {
      check: {
        en: 'Read the validity of the certificate on the other end.',
        'zh-cn': '在对端查看证书有效期。',
      },
      commands: [{ command: 'display pki certificate', place: 'any view', end: 'other end' }],
      branches: [
        {
          when: { en: 'it is over', 'zh-cn': '已过期' },
          advice: {
            en: 'Have the other end apply for a new certificate.',
            'zh-cn': '请对端申请新证书。',
          },
          next: 'done',
        },
        { when: { en: 'it is still valid', 'zh-cn': '仍有效' }, next: 'support' },
      ],
    },
  ],
  related: [
    {
      name: 'authentication fail',
      why: {
        en: 'What devices without this finer reason print, and what the other end shows.',
        'zh-cn': '没有该细分原因的设备以及对端打印的原因。',
      },
    },
  ],
  sources: [
    'Open Telekom Cloud VPN user guide, connection not connected',
    'IPSec Fault Cause Reference, authentication fail',
    'RFC 5280 §4.1.2.5',
  ],
};

export const peerCertRevoked: CauseDefinition = {
  name: 'peer cert is revoked by CRL',
  kind: 'negotiation',
  listed: false,
  products: { en: 'Open Telekom Cloud gateway', 'zh-cn': 'Open Telekom Cloud 网关' },
  harmless: 'no',
  meaning: {
    en: 'The serial number of the certificate that the other end sent stands in the revocation list this end uses. Its issuer withdrew it before its time; waiting does not help.',
    'zh-cn': '对端证书的序列号出现在本端使用的证书吊销列表（CRL）中，已被颁发者提前吊销，等待不会恢复。',
  },
  possibleCauses: [
    {
      en: 'The certificate was withdrawn, for example because its key was exposed or the device was replaced.',
      'zh-cn': '证书被吊销，例如私钥泄露或设备更换。',
    },
  ],
  steps: [
    {
      check: {
        en: 'Does the current revocation list of the issuer name the certificate?',
        'zh-cn': '颁发者当前的 CRL 中是否包含该证书？',
      },
      commands: [{ command: 'display pki crl', place: 'any view', end: 'this end' }],
      branches: [
        {
          when: { en: 'it does', 'zh-cn': '包含' },
          advice: {
            en: 'The other end needs a new certificate.',
            'zh-cn': '对端需要申请新证书。',
          },
          next: 'done',
        },
        {
          when: { en: 'the list here is out of date', 'zh-cn': '本端 CRL 已过期' },
          advice: { en: 'Update the list and try again.', 'zh-cn': '更新 CRL 后重试。' },
          next: 'done',
        },
      ],
    },
  ],
  related: [
    {
      name: 'authentication fail',
      why: {
        en: 'What devices without this finer reason print, and what the other end shows.',
        'zh-cn': '没有该细分原因的设备以及对端打印的原因。',
      },
    },
  ],
  sources: [
    'Open Telekom Cloud VPN user guide, connection not connected',
    'IPSec Fault Cause Reference, authentication fail',
    'RFC 5280 §5',
  ],
};
