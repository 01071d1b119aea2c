// What can be changed in a workspace behind the back of a release, and what verifying it must then say.

import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Workspace } from '../../src/command/workspace.ts';
import { listTree } from '../../src/engine/files.ts';

/** Each changes a copy of the workspace of `verify.test.ts`; `says` is in the fault that names it. */
export const TAMPERINGS: readonly {
  readonly what: string;
  readonly damage: (copy: Workspace) => void;
  readonly says: RegExp;
}[] = [
  {
    what: 'an archived byte',
    damage: (copy) => appendFileSync(copy.layout.archive(hashOf(copy, 'B01-2025-05.csv')), ' '),
    says: /submission 2 \(B01-2025-05\.csv of B01, 2025-05\): archived file [0-9a-f]{64} has other bytes/,
  },
  {
    what: 'a byte of a file that was refused',
    damage: (copy) => appendFileSync(copy.layout.archive(hashOf(copy, 'refused.csv')), ' '),
    says: /refused file refused\.csv .* has other bytes/,
  },
  {
    what: 'an archived file that is gone',
    damage: (copy) => rmSync(copy.layout.archive(hashOf(copy, 'B02-2025-06.json'))),
    says: /submission 4 \(B02-2025-06\.json of B02, 2025-06\): .* is no longer there/,
  },
  {
    what: 'a kept exchange rate',
    damage: ({ layout, domain }) =>
      replaceIn(join(layout.root, 'archive/definitions', domain.hash, 'rates.csv')),
    says: /definition rates\.csv has other bytes than the run saw, line \d+: found .*EUR.*, expected .*EUR/,
  },
  {
    what: 'an exchange rate of the workspace',
    damage: ({ layout }) => replaceIn(join(layout.domain, 'rates.csv')),
    says: /definition rates\.csv of the workspace was changed without a new version .* line \d+: found .*EUR/,
  },
  {
    what: 'a kept rule',
    damage: ({ layout, domain }) =>
      appendFileSync(join(layout.root, 'archive/definitions', domain.hash, 'rules.yaml'), '\n'),
    says: /definition rules\.yaml has other bytes/,
  },
  {
    what: 'an edit',
    damage: ({ store }) => void store.run("UPDATE edits SET after = '30.00' WHERE seq = 1"),
    says: /^edit 1 \(line 1\/2\): after is 30\.00, the run saw 20\.00$/m,
  },
  {
    what: 'an edit that is gone',
    damage: ({ store }) => void store.run('DELETE FROM edits'),
    says: /^edit 1 is gone$/m,
  },
  {
    what: 'a submission that is taken out',
    damage: ({ store }) => void store.run("UPDATE submissions SET state = 'cancelled' WHERE id = 4"),
    says: /^submission 4: state is cancelled, the run saw received$/m,
  },
  {
    what: 'an instant of receipt',
    damage: ({ store }) => void store.run("UPDATE submissions SET received_at = '2025-01-01' WHERE id = 1"),
    says: /^submission 1: received_at is 2025-01-01, the run saw 2025-08-20/m,
  },
  {
    what: 'a change of the register that is dated back',
    damage: ({ store }) =>
      void store.run(
        "INSERT INTO register_changes (enterprise, field, before, after, valid_from, reason, author, at) VALUES ('001561191', 'segment', 'ITO', 'CRM', '2020-01-01', 'none', 'nobody', '2025-01-01')",
      ),
    says: /^register change 1 was not there when the run was made/m,
  },
  {
    what: 'an adjustment',
    damage: ({ store }) => {
      store.run('DROP TRIGGER adjustments_stand');
      store.run("UPDATE adjustments SET amount = '9000.00'");
    },
    says: /^adjustment 1: amount is 9000\.00, the run saw 1000\.00$/m,
  },
  {
    what: 'who approved an adjustment',
    damage: ({ store }) => void store.run("UPDATE adjustment_approvals SET approver = 'nobody'"),
    says: /^approval 1: approver is nobody, the run saw head$/m,
  },
  {
    what: 'a kept stratum of the survey',
    damage: ({ layout, domain }) =>
      appendFileSync(join(layout.root, 'archive/definitions', domain.hash, 'strata.csv'), '\n'),
    says: /definition strata\.csv has other bytes/,
  },
  {
    what: 'the parameters of disclosure control',
    damage: ({ layout }) => {
      const [name = ''] = listTree(join(layout.secrets, 'kept'));
      appendFileSync(join(layout.secrets, 'kept', name), '\n');
    },
    says: /parameters of disclosure control: the kept file has other bytes/,
  },
  {
    what: 'the certificate of protection',
    damage: ({ layout }) => appendFileSync(layout.runFile(1, 'certificate.json'), ' '),
    says: /run 1: the certificate of its protection is not the one that the release is signed with/,
  },
  {
    what: 'a certificate that is gone',
    damage: ({ layout }) => rmSync(layout.runFile(1, 'certificate.json')),
    says: /run 1: the certificate of its protection is gone/,
  },
  {
    what: 'the list of what the run was made from',
    damage: ({ layout }) => appendFileSync(layout.runFile(1, 'inputs.ndjson'), '{}\n'),
    says: /inputs\.ndjson is not the list that the release is signed with/,
  },
  {
    what: 'the record of the cut',
    damage: ({ store }) => void store.run('UPDATE runs SET cut_edit = 0'),
    says: /run 1: cut of edits is 0, the release is signed with 1/,
  },
  {
    what: 'a published value',
    damage: ({ layout }) => {
      const path = join(layout.release('2025-S1', 1), 'EXPORTS.csv');
      appendFileSync(path, '\n');
    },
    says: /EXPORTS\.csv is not what the manifest says/,
  },
];

function hashOf({ store }: Workspace, name: string): string {
  return store.get<{ sha256: string }>('SELECT sha256 FROM submissions WHERE name = ?', name)?.sha256 ?? '';
}

/** Another last digit in the first rate of the euro. */
function replaceIn(path: string): void {
  const text = readFileSync(path, 'utf8');
  writeFileSync(
    path,
    text.replace(/^(EUR,.*)(\d)$/m, (_, rest, last) => `${rest}${(Number(last) + 1) % 10}`),
  );
}
