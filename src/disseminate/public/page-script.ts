// The one script of the pages: what it adds, nobody needs. It copies text at a press, and shows a choice of the explorer
// without loading the page again. Plain JavaScript for browsers, under 50 kB.

export const PAGE_SCRIPT = `
const words = document.documentElement.dataset;

for (const block of document.querySelectorAll('pre.copy')) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy';
  button.textContent = words.copy;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(block.textContent);
    button.textContent = words.copied;
    setTimeout(() => { button.textContent = words.copy; }, 2000);
  });
  block.after(button);
}

const form = document.querySelector('.explorer form');
const result = document.querySelector('.explorer .result');
let asked = 0;

async function show(address) {
  const turn = ++asked;
  result.setAttribute('aria-busy', 'true');
  const answer = await fetch(address).then((response) => response.ok ? response.text() : Promise.reject(response.status));
  if (turn !== asked) return;
  const page = new DOMParser().parseFromString(answer, 'text/html');
  result.replaceChildren(...page.querySelector('.explorer .result').childNodes);
  result.removeAttribute('aria-busy');
  history.replaceState(null, '', address);
}

if (form && result) {
  result.setAttribute('aria-live', 'polite');
  form.addEventListener('change', () => {
    const address = form.getAttribute('action') + '?' + new URLSearchParams(new FormData(form));
    show(address).catch(() => form.submit());
  });
}
`;
