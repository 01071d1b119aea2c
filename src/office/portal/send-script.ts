// The script of the portal's pages: a bar that shows how far an upload is, and a page that looks again by itself while an
// upload waits. Nothing needs it. Plain JavaScript for browsers.

export const SEND_SCRIPT = `
for (const form of document.querySelectorAll('form[data-send]')) {
  form.addEventListener('submit', (event) => {
    const body = new FormData(form, event.submitter);
    if (!(body.get('file') instanceof File) || body.get('file').size === 0) return;
    event.preventDefault();
    const sending = form.querySelector('.sending');
    const bar = sending.querySelector('progress');
    const said = form.querySelector('.sent');
    const buttons = form.querySelectorAll('button');
    const lock = (locked) => { for (const button of buttons) button.disabled = locked; };
    const request = new XMLHttpRequest();
    request.upload.addEventListener('progress', ({ loaded, total }) => { bar.value = total === 0 ? 0 : 100 * loaded / total; });
    request.upload.addEventListener('load', () => { bar.removeAttribute('value'); said.textContent = form.dataset.checking; });
    const broken = () => { sending.hidden = true; said.textContent = form.dataset.broken; lock(false); };
    request.addEventListener('error', broken);
    request.addEventListener('abort', broken);
    request.addEventListener('load', () => {
      if (request.status < 400 && request.responseURL !== form.action) location.assign(request.responseURL);
      else { document.open(); document.write(request.responseText); document.close(); }
    });
    sending.hidden = false;
    said.textContent = form.dataset.sending;
    lock(true);
    request.open('POST', form.action);
    request.send(body);
  });
}
if (document.querySelector('[data-wait]')) setTimeout(() => location.reload(), 3000);
`;
