// Old syntax on purpose: this runs, and speaks, in browsers that cannot even read the app. The floor is Chrome 111,
// Safari 16.4 and Firefox 128, told by what each of them learned last, because names of browsers lie. It speaks also
// where the app itself could not be fetched.
(function () {
  var css = window.CSS;
  var isNew =
    css &&
    css.supports &&
    css.supports('color', 'color-mix(in srgb, red, blue)') &&
    css.registerProperty &&
    window.indexedDB &&
    window.BroadcastChannel &&
    'noModule' in document.createElement('script');

  // Too early for the app's catalogue of words, which is a module.
  var words = {
    en: {
      old: {
        title: 'This browser is too old for RevOps',
        text: [
          'RevOps keeps your work on this device, and this browser cannot do that safely.',
          'Update the browser, or open RevOps in Chrome 111, Safari 16.4 or Firefox 128, or anything newer. On a phone: open the Play Store or the App Store, search for Chrome, tap Update.',
          'The address to open there: ' + location.href,
          'What you saved before is still on this device.',
        ],
      },
      missing: {
        title: 'RevOps could not be loaded',
        text: [
          'The signal broke off before all of it was here. Find better signal, then open it again.',
          'What you saved before is still on this device.',
        ],
        again: 'Open again',
      },
    },
  };

  function line(tag, text) {
    var element = document.createElement(tag);
    element.style.cssText =
      tag === 'h1' ? 'font-size: 26px; line-height: 1.25; font-weight: 700; margin: 0' : 'margin: 16px 0 0';
    element.appendChild(document.createTextNode(text));
    return element;
  }

  function againButton(text) {
    var button = line('button', text);
    button.type = 'button';
    button.style.cssText =
      'margin: 24px 0 0; min-height: 48px; padding: 0 24px; font: inherit; font-weight: 700';
    button.addEventListener('click', function () {
      location.reload();
    });
    return button;
  }

  function show(say) {
    var root = document.getElementById('root');
    if (!root) return;
    var page = document.createElement('main');
    page.style.cssText =
      'font: 18px/1.5 system-ui, Roboto, sans-serif; max-width: 34em; margin: 0 auto; padding: 48px 16px; word-wrap: break-word';
    page.appendChild(line('h1', say.title));
    for (var i = 0; i < say.text.length; i += 1) page.appendChild(line('p', say.text[i]));
    if (say.again) page.appendChild(againButton(say.again));
    root.parentNode.replaceChild(page, root);
    document.title = say.title;
  }

  function whenReady(say) {
    if (document.readyState === 'loading')
      document.addEventListener('DOMContentLoaded', function () {
        show(say);
      });
    else show(say);
  }

  if (isNew) {
    // The app's own file, or one that it is made of, did not arrive: this event does not bubble and says no more.
    window.addEventListener(
      'error',
      function (event) {
        var from = event.target;
        if (from && from.tagName === 'SCRIPT' && from.type === 'module') whenReady(words.en.missing);
      },
      true,
    );
    return;
  }

  // The app looks for this mark, and for its root, before it starts.
  document.documentElement.setAttribute('data-unsupported', 'browser');
  whenReady(words.en.old);
})();
