// The client rsdmx reads structure and data over the wire, where R and it are installed (Debian: r-cran-rsdmx).

import assert from 'node:assert/strict';
import { execFile, execFileSync } from 'node:child_process';
import { after, test } from 'node:test';
import { serveHttp } from '../../../src/engine/http.ts';
import { app, ITO } from './api-fixture.ts';

const server = await serveHttp((request) => app.fetch(request), { port: 0 });
after(() => server.close());

const MISSING_R = missing();

function missing(): string | false {
  try {
    execFileSync('Rscript', ['-e', 'library(rsdmx)'], { stdio: 'ignore', timeout: 30_000 });
    return false;
  } catch {
    return 'Rscript with rsdmx does not run on this machine';
  }
}

function read(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile('Rscript', ['-e', `library(rsdmx)\n${text}`], { timeout: 60_000 }, (error, output, faults) =>
      error === null ? resolve(output) : reject(new Error(`${error.message}\n${faults}`)),
    );
  });
}

const BASE = `${server.address}/sdmx/2.1`;

test('structure: dataflows, a data structure with its codelists, a codelist', {
  skip: MISSING_R,
}, async () => {
  const output = await read(`flows <- as.data.frame(readSDMX("${BASE}/dataflow/MA_OC/all/latest"))
cat(flows$id, "\\n")
dsd <- readSDMX("${BASE}/datastructure/MA_OC/DSD_EXPORTS/latest?references=children")
cat(sapply(slot(slot(dsd, "datastructures"), "datastructures")[[1]]@Components@Dimensions, function(each) each@conceptRef), "\\n")
codes <- as.data.frame(readSDMX("${BASE}/codelist/MA_OC/CL_SEGMENT/latest"))
cat(codes$id, "\\n")`);
  const [flows = '', dimensions = '', codes = ''] = output.split('\n');
  assert.match(flows, /EBOPS.*EXPORTS|EXPORTS.*EBOPS/);
  assert.match(dimensions, /^FREQ REF_AREA COUNTERPART_AREA SEGMENT INDICATOR UNIT_MEASURE SCOPE/);
  assert.match(codes, /ITO/);
});

test('data: generic and structure-specific, the same values', { skip: MISSING_R }, async () => {
  const output =
    await read(`generic <- as.data.frame(readSDMX("${BASE}/data/EXPORTS/${ITO}?startPeriod=2025"))
cat(generic$obsTime, generic$obsValue, "\\n")
specific <- as.data.frame(readSDMX("${BASE}/data/EXPORTS/${ITO}?startPeriod=2025&format=structurespecific"))
cat(specific$TIME_PERIOD, specific$OBS_VALUE, "\\n")`);
  assert.equal(output.replaceAll(' \n', '\n'), '2025-S1 5251\n2025-S1 5251\n');
});
