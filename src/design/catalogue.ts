// The catalogue of a domain as Markdown: its definitions for people to read, in the order of their use.

import { catalogueOfFigures } from './catalogue-figures.ts';
import { type Cells, section, table, validity } from './catalogue-table.ts';
import type { Domain, Segment } from './domain.ts';
import { stratumOf } from './stratum.ts';
import { LANGUAGES } from './text.ts';

/** The whole catalogue; the same domain always gives the same text. */
export function catalogueOf(domain: Domain): string {
  const parts = [
    headOf(domain),
    section('Segments', segmentTable(domain.segments)),
    section('Segments that may be published as one', mergesOf(domain)),
    section('Earlier lists of segments', segmentTable(domain.earlierSegments)),
    section('Scope versions', scopesOf(domain)),
    ...catalogueOfFigures(domain),
    section('Natures of operation', naturesOf(domain)),
    section('Correspondence: nature and register segment to segment and item', correspondenceOf(domain)),
    section('Segments and services items', segmentItemsOf(domain)),
    section('Services items', itemsOf(domain)),
    section('Partners', partnersOf(domain)),
    section('Currencies and rates', currenciesOf(domain)),
    section('Banks', banksOf(domain)),
    section('Register', registerOf(domain)),
    section('Strata of the enterprise survey', strataOf(domain)),
    section('Split keys of mixed contracts', splitKeysOf(domain)),
    section('Validation rules', rulesOf(domain)),
    section('Rules of editing', editingOf(domain)),
    section('Glossary', glossaryOf(domain)),
  ];
  return `${parts.join('\n\n')}\n`;
}

function headOf({ id, version, agency, name, refArea, currency, scope, licence, timeZone }: Domain): string {
  return [
    `# ${name.en}`,
    '',
    `Printed by \`marsad catalogue\` from the definitions in \`domains/${id}/\`; not edited by hand.`,
    'Tags: [pub] published, [der] derived from published figures, [std] standard, [prop] proposal, [unk] looked for and not found.',
    '',
    `${name.fr} · ${name.ar}`,
    '',
    table(
      ['Agency', 'Version', 'Area', 'Currency', 'Scope in force', 'Licence', 'Time zone'],
      [[agency, version, refArea, currency, scope, licence, timeZone]],
    ),
  ].join('\n');
}

function segmentTable(segments: readonly Segment[]): string {
  return table(
    ['List', 'Code', 'English', 'French', 'Arabic', 'What it is', 'Continued by', 'Valid', 'Reference'],
    segments.map((each) => [
      each.list,
      each.code,
      each.name.en,
      each.name.fr,
      each.name.ar,
      each.description.en,
      each.continuedBy.join(' '),
      validity(each),
      each.reference,
    ]),
  );
}

function scopesOf({ scopes }: Domain): string {
  const rows = scopes.map((scope) => [
    scope.id,
    scope.concept,
    scope.rateRule,
    scope.precedence.join(', '),
    scope.cutOffDays === null ? 'unstated' : `${scope.cutOffDays} days`,
    scope.covers.en,
    scope.comparability.map((each) => `${each.scope}: ${each.verdict}. ${each.note.en}`).join(' '),
    validity(scope),
    scope.reference,
  ]);
  return table(
    ['Id', 'Concept', 'Rate', 'Precedence', 'Cut-off', 'Covers', 'Comparability', 'Valid', 'Reference'],
    rows,
  );
}

function naturesOf({ natures }: Domain): string {
  return table(
    ['Code', 'English', 'French', 'Arabic', 'Treatment', 'Valid', 'Tag'],
    natures.map((each) => [
      each.code,
      each.name.en,
      each.name.fr,
      each.name.ar,
      each.treatment,
      validity(each),
      `[${each.tag}]`,
    ]),
  );
}

function correspondenceOf({ correspondence }: Domain): string {
  return table(
    ['Nature', 'Register segment', 'Segment', 'Item', 'Valid', 'Reference'],
    correspondence.map((each) => [
      each.nature,
      each.registerSegment,
      each.segment,
      each.ebops,
      validity(each),
      each.reference,
    ]),
  );
}

function segmentItemsOf({ segmentEbops }: Domain): string {
  return table(
    ['Segment', 'Item', 'Role', 'Valid', 'Reference'],
    segmentEbops.map((each) => [each.segment, each.ebops, each.role, validity(each), each.reference]),
  );
}

function itemsOf({ ebops }: Domain): string {
  return table(
    ['Code', 'Parent', 'English', 'French', 'Arabic', 'Standard'],
    ebops.map(({ code, parent, name, standard }) => [code, parent, name.en, name.fr, name.ar, standard]),
  );
}

function partnersOf({ regions, countries }: Domain): string {
  return table(
    ['Region', 'Name', 'Countries'],
    regions.map(({ code, name }) => [
      code,
      name.en,
      countries
        .filter(({ region }) => region === code)
        .map((country) => country.code)
        .join(' '),
    ]),
  );
}

function currenciesOf({ currencies, rates, rateSource }: Domain): string {
  const rows = currencies.map(({ code, name, decimals }): Cells => {
    const own = rates.filter(({ currency }) => currency === code);
    const [first, last] = [own[0], own.at(-1)];
    return [
      code,
      name.en,
      decimals,
      `${first?.month} to ${last?.month}`,
      first?.rate ?? null,
      last?.rate ?? null,
    ];
  });
  const head = ['Code', 'Name', 'Decimals', 'Monthly rates', 'First', 'Last'];
  return `${table(head, rows)}\n\nRates: ${rateSource.text.en} [${rateSource.tag}].`;
}

function banksOf({ banks }: Domain): string {
  return table(
    ['Code', 'Name', 'Valid', 'Reference'],
    banks.map((bank) => [bank.code, bank.name, validity(bank), bank.reference]),
  );
}

function registerOf({ register, segments }: Domain): string {
  const rows = segments.map(({ code }): Cells => {
    const own = register.filter(({ segment }) => segment === code);
    const count = (keep: (entry: (typeof own)[number]) => boolean) => own.filter(keep).length;
    return [
      code,
      new Set(own.map(({ enterprise }) => enterprise)).size,
      new Set(own.map(({ holding }) => holding)).size,
      count(({ size }) => size === 'large'),
      count(({ otherSegment }) => otherSegment !== null),
      count(({ exportZone }) => exportZone),
      count(({ respondent }) => respondent),
    ];
  });
  return table(['Segment', 'Enterprises', 'Holdings', 'Large', 'Mixed', 'Export zone', 'Respondents'], rows);
}

function mergesOf({ merges = [] }: Domain): string {
  if (merges.length === 0) return 'None: every segment is published by itself.';
  return table(
    ['Code', 'Segments', 'English', 'French', 'Arabic', 'Valid', 'Reference'],
    merges.map((merge) => {
      const { code, segments, name, reference } = merge;
      return [code, segments.join(' '), name.en, name.fr, name.ar, validity(merge), reference];
    }),
  );
}

function strataOf({ strata = [], register }: Domain): string {
  if (strata.length === 0) return 'None: every respondent of the register is asked by itself.';
  return table(
    ['Stratum', 'Segment', 'Size', 'Enterprises', 'Asked', 'Valid', 'Reference'],
    strata.map((stratum) => {
      const own = register.filter(
        (entry) => entry.validTo === null && stratumOf([stratum], entry, entry.validFrom) !== undefined,
      );
      const asked = own.filter(({ respondent }) => respondent).length;
      const { code, segment, size, reference } = stratum;
      return [code, segment, size, own.length, asked, validity(stratum), reference];
    }),
  );
}

function splitKeysOf({ splitKeys = [] }: Domain): string {
  if (splitKeys.length === 0) return 'None: no enterprise of mixed contracts is divided by a key.';
  return table(
    ['Enterprise', 'Segment', 'Item', 'Share', 'Valid', 'Reference'],
    splitKeys.map((key) => [
      ...[key.enterprise, key.segment, key.ebops, key.share, validity(key), key.reference],
    ]),
  );
}

function editingOf({ editing }: Domain): string {
  return table(
    ['Id', 'Version', 'Method', 'Reason', 'Parameters', 'Valid'],
    editing.map((rule) => [
      rule.id,
      rule.version,
      rule.method,
      rule.reason.en,
      Object.entries({ ...rule.parameters, ...rule.lists })
        .filter(([name]) => name !== 'words')
        .map(([name, value]) => `${name} ${typeof value === 'string' ? value : value.join(' ')}`)
        .join(', '),
      validity(rule),
    ]),
  );
}

function rulesOf({ rules }: Domain): string {
  return table(
    ['Id', 'Version', 'Tier', 'Severity', 'Kind', 'Field', 'Predicate', 'State', 'Message', 'Examples'],
    rules.map((rule) => [
      rule.id,
      rule.version,
      rule.tier,
      rule.severity,
      rule.kind,
      rule.field,
      `\`${rule.assert}\``,
      rule.state,
      rule.message.en,
      `${rule.accepts.length} accepted, ${rule.rejects.length} rejected`,
    ]),
  );
}

function glossaryOf({ glossary }: Domain): string {
  return table(
    ['Id', 'Arabic', 'French', 'English'],
    glossary.map((term) => [term.id, ...LANGUAGES.map((language) => term[language].join('; '))]),
  );
}
