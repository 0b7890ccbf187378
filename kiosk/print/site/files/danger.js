// Whether what is typed tells of danger: flows/search (terms, telex, slips, signs, cues, learnt, danger) once more,
// with the kiosk's own words and weights. Nothing is sent or kept. A change there is a change here: a test compares.
(() => {
  "use strict";
  const MOST_LETTERS = 400, MOST_WORDS = 60, LONGEST_WORD = 24, TONES = "12345";
  const HATS = { a: "â", e: "ê", o: "ô" }, HOOKS = { a: "ă", o: "ơ", u: "ư" }, VOWELS = "aeiouyâêôăơư";
  const TONE_KEYS = { s: "1", f: "2", r: "3", x: "4", j: "5", 1: "1", 2: "2", 3: "3", 4: "4", 5: "5" };
  const TONE_MARKS = { "\u0301": "1", "\u0300": "2", "\u0309": "3", "\u0303": "4", "\u0323": "5" };
  const SYLLABLE = new RegExp("^(?:ngh?|gh|gi|qu|[ckpt]h|tr|nh|[bcdghklmnprstvx])?" +
    "(?:[iy]eu|uye|uya|uyu|uoi|uou|oai|oay|oeo|uai|uay|a[iouy]?|e[ou]?|i[aeu]?|o[aeio]?|u[aeiouy]?|y[e]?)" +
    "(?:ch|nh|ng|[cmnpt])?$");
  const chars = (text) => Array.from(text);
  const grouped = (pairs) => pairs.reduce((all, [key, one]) => all.set(key, [...(all.get(key) || []), one]), new Map());

  // --- words: terms.py, telex.py ---
  const folded = (word) => word.normalize("NFD").replace(/\p{Mn}/gu, "").replace(/đ/g, "d").replace(/Đ/g, "D");
  function canonical(word) {
    if (/^[\0-\x7f]*$/.test(word)) return word;
    const parts = chars(word.normalize("NFD")), tone = parts.find((one) => one in TONE_MARKS);
    return parts.filter((one) => !(one in TONE_MARKS)).join("").normalize("NFC") + (tone ? TONE_MARKS[tone] : "");
  }
  const hasVowel = (letters) => letters.some((one) => VOWELS.includes(one));
  function marked(letters, marks, wanted) {
    for (let at = letters.length - 1; at >= 0; at -= 1)
      if (letters[at] in marks && wanted.includes(letters[at])) { letters[at] = marks[letters[at]]; return true; }
    return false;
  }
  function isMark(letters, key) {
    if ("d9".includes(key) && letters[0] === "d") {
      if (letters.length > 1 && !hasVowel(letters)) return false;
      letters[0] = "đ";
      return true;
    }
    if ("aeo6".includes(key)) return marked(letters, HATS, key !== "6" ? key : "eoa");
    if ("w7".includes(key)) {
      for (let at = 0; at < letters.length - 1; at += 1)
        if ("uư".includes(letters[at]) && "oô".includes(letters[at + 1]) && letters[0] !== "q") {
          letters.splice(at, 2, "ư", "ơ");
          return true;
        }
      if (marked(letters, HOOKS, key === "w" ? "oua" : "ou")) return true;
      if (key === "w" && !hasVowel(letters)) { letters.push("ư"); return true; }
    }
    return key === "8" && marked(letters, HOOKS, "a");
  }
  function undone(word) {
    if (chars(word).length > 14) return null;
    const letters = [];
    let tone = "", changed = false, given = canonical(word);
    if (given !== word && TONES.includes(given.slice(-1))) { tone = given.slice(-1); given = given.slice(0, -1); }
    for (const key of given) {
      if (key in TONE_KEYS && hasVowel(letters)) { tone = TONE_KEYS[key]; changed = true; }
      else if (isMark(letters, key)) changed = true;
      else letters.push(key);
    }
    const whole = letters.join("");
    return changed && SYLLABLE.test(folded(whole)) ? whole + tone : null;
  }
  function wordOf(typed) {
    const meant = undone(typed), its = meant || canonical(typed);
    const plain = folded(meant ? meant.replace(/[1-5]+$/, "") : typed);
    return { plain, marked: its !== plain ? its : "", typed };
  }
  const raw = (text) => (chars(text).slice(0, MOST_LETTERS).join("").replace(/\p{Cf}/gu, "").normalize("NFKC").toLowerCase()
    .normalize("NFC").match(/[\p{L}\p{N}]+/gu) || []).slice(0, MOST_WORDS).map((one) => wordOf(chars(one).slice(0, LONGEST_WORD).join("")));
  const formsOf = (pairs) => ({
    of: grouped(pairs.map(([spoken, written]) => [folded(spoken), [spoken.split(" ").map(wordOf), written.split(" ").map(wordOf)]])),
    longest: Math.max(...pairs.map(([spoken]) => folded(spoken).split(" ").length)),
  });
  const mayBe = (typed, form) => form.length === 1 ? typed[0].marked === form[0].marked
    : typed.every((one, at) => !one.marked || !form[at].marked || one.marked === form[at].marked);
  function wordsOf(text, forms) {
    const words = raw(text), typed = words.map((one) => folded(one.typed)), all = [];
    for (let place = 0; place < words.length;) {
      let length = Math.min(forms.longest, words.length - place), written = null, window = [];
      for (; length && !written; length -= 1) {
        window = words.slice(place, place + length);
        const looks = [typed.slice(place, place + length).join(" "), window.map((one) => one.plain).join(" ")];
        const pair = looks.flatMap((look) => forms.of.get(look) || []).find(([form]) => mayBe(window, form));
        written = pair && pair[1];
      }
      if (!written) { all.push(words[place]); place += 1; continue; }
      const withMarks = window.some((one) => one.marked);
      all.push(...written.map((one) => withMarks ? one : { plain: one.plain, marked: "", typed: one.plain }));
      place += window.length;
    }
    return all;
  }

  // --- slips.py ---
  const AS_TYPED = { known: 1, other: 0.3, unknown: 0.02 }, MENDED = { known: 0.002, other: 0.03, unknown: 0.3 };
  const BESIDE_KEYS = {};
  for (const row of ["qwertyuiop", "asdfghjkl", "zxcvbnm"])
    chars(row).forEach((key, at) => { BESIDE_KEYS[key] = row.slice(Math.max(0, at - 1), at) + row.slice(at + 1, at + 2); });
  const shortened = (word) => new Set([word, ...chars(word).map((_, at) => word.slice(0, at) + word.slice(at + 1))]);
  function likeliness(typed, meant) {
    const short = Math.min(typed.length, meant.length);
    let at = 0;
    while (at < short && typed[at] === meant[at]) at += 1;
    if (typed.length > meant.length) return at && typed[at - 1] === typed[at] ? 4 : 0.3;
    if (typed.length < meant.length) return 1;
    if (typed.slice(at) !== meant.slice(at) && typed.slice(at + 1) !== meant.slice(at + 1)) return 2;
    return (BESIDE_KEYS[typed[at]] || "").includes(meant[at]) ? 1 : 0.3;
  }
  function isOneSlip(first, second) {
    if (Math.abs(first.length - second.length) > 1 || first === second) return false;
    let at = 0;
    while (at < Math.min(first.length, second.length) && first[at] === second[at]) at += 1;
    const one = first.slice(at), two = second.slice(at);
    return one.slice(1) === two.slice(1) || one.slice(1) === two || one === two.slice(1)
      || (one.length > 1 && one[1] + one[0] + one.slice(2) === two);
  }
  const sum = (numbers) => numbers.reduce((all, one) => all + one, 0);
  function spellingOf({ words, counts, pairs, marked: marks, total }) {
    const every = words.split(" "), count = new Map(every.map((word, at) => [word, counts[at]])), near = new Map(), beside = new Map();
    const known = new Set(marks.split(" "));
    every.forEach((word, at) => {
      for (const one of pairs[at].split(" ").filter(Boolean)) {
        const [other, often = 1] = one.split(":").map(Number);
        beside.set(word + " " + every[other], often);
      }
      if (word.length >= 3) for (const key of shortened(word)) near.set(key, [...(near.get(key) || []), word]);
    });
    const often = (word) => ((count.get(word) || 0) + 0.1) / total;
    const together = (first, second, turned) => {
      const [its, asked] = turned ? [second, first] : [first, second], pair = beside.get(first + " " + second) || 0;
      return 0.6 * (pair ? pair / count.get(its) : 0) + 0.4 * often(asked);
    };
    const nearOf = (plain, shortest) => new Set([...shortened(plain)].flatMap((key) => near.get(key) || [])
      .filter((one) => one.length >= shortest && isOneSlip(plain, one)));
    const parts = (one) => {
      if (count.has(one.plain) || one.typed.length < 4 || /^\p{N}+$/u.test(one.plain)) return [one];
      const letters = chars(one.typed);
      let best = [one], most = 0;
      for (let at = 2; at <= letters.length - 2; at += 1) {
        const both = [letters.slice(0, at), letters.slice(at)].map((its) => wordOf(its.join("")));
        if (!both.every((part) => known.has(part.marked || part.plain))) continue;
        const [first, second] = both.map((part) => part.plain), together = beside.get(first + " " + second) || 0;
        const share = Math.min(count.get(first), count.get(second)) + 100 * together;
        if (share > most && (together || !nearOf(one.plain, 3).size)) { best = both; most = share; }
      }
      return best;
    };
    const candidates = ({ plain, marked: mark }) => {
      const kind = !count.has(plain) ? "unknown" : mark && !known.has(mark) ? "other" : "known", found = [[plain, AS_TYPED[kind]]];
      const shortest = kind === "known" ? 4 : 3;
      if (plain.length < shortest - 1 || /^\p{N}+$/u.test(plain)) return found;
      const likely = new Map([...nearOf(plain, shortest)].map((one) => [one, MENDED[kind] * likeliness(plain, one)]));
      const worth = (one) => count.get(one) * likely.get(one);
      const best = [...likely.keys()].sort((a, b) => worth(b) - worth(a) || (a < b ? -1 : 1)).slice(0, 10);
      return [...found, ...best.map((one) => [one, likely.get(one)])];
    };
    const passed = (columns, turned) => {
      const all = [];
      columns.forEach((column, place) => {
        const likely = column.map(([word, own]) => own * (!place ? often(word)
          : sum(columns[place - 1].map(([other], at) => all[place - 1][at] * (turned ? together(word, other, true) : together(other, word, false))))));
        const whole = sum(likely) || 1;
        all.push(likely.map((one) => one / whole));
      });
      return all;
    };
    return {
      readings(asked) {
        const columns = asked.map(candidates);
        if (columns.every((one) => one.length === 1)) return columns;
        const ahead = passed(columns, false), back = passed([...columns].reverse(), true).reverse();
        return columns.map((column, place) => {
          const shares = column.map(([, own], at) => own ? back[place][at] * ahead[place][at] / own : 0), whole = sum(shares) || 1;
          return column.map(([word], at) => [word, shares[at] / whole]).filter(([, share]) => share > 0.04)
            .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
        });
      },
      parted: (asked) => asked.flatMap(parts),
      withoutStrangeMarks: (asked) => asked.map((one) => known.has(one.marked) ? one : { ...one, marked: "" }),
    };
  }

  // --- signs.py ---
  function signsOf(lines, forms) {
    const slot = (choice) => choice.split("/").map((one) => wordsOf(one, forms).pop()).filter(Boolean);
    const slots = (part) => part.trim().split(/\s+/).flatMap((choice) => choice.includes("/") ? [slot(choice)]
      : wordsOf(choice, forms).map((one) => [one]));
    const whole = (part) => part.includes("/") ? slots(part) : wordsOf(part, forms).map((one) => [one]);
    return grouped(lines.flatMap(([label, line]) => {
      const parts = line.split("…").map((part) => whole(part).filter((one) => one.length)).filter((part) => part.length);
      const size = sum(parts.map((part) => part.length));
      const sign = { label, parts, size, whole: line.endsWith("!"), alone: line.endsWith(".") };
      return parts.length ? [...new Set(parts[0][0].map((one) => one.plain))].map((plain) => [plain, sign]) : [];
    }));
  }
  function signsIn(signs, words, readings, marks = true) {
    const exact = marks && words.some((one) => one.marked);
    const columns = words.map((word, at) => {
      const least = Math.max(0.3, (readings[at].find(([plain]) => plain === word.plain) || [0, 0])[1]);
      const column = new Map(readings[at].filter(([, share]) => share >= least).map(([plain]) => [plain, ""]));
      return column.set(word.plain, word.marked || (exact ? word.plain : ""));
    });
    const is = (column, word) => column.has(word.plain) && ["", word.marked || word.plain].includes(column.get(word.plain));
    const stand = (parts, place) => {
      const end = place + parts[0].length;
      if (end > columns.length || !parts[0].every((slot, at) => slot.some((word) => is(columns[place + at], word)))) return false;
      return parts.length === 1 || [0, 1, 2, 3].some((gap) => stand(parts.slice(1), end + gap));
    };
    return columns.flatMap((column, place) => [...column.keys()].flatMap((plain) => (signs.get(plain) || [])
      .filter((sign) => (!sign.whole || (place === 0 && sign.size === columns.length)) && stand(sign.parts, place))));
  }

  // --- cues.py ---
  const cuesOf = (cues, forms) => grouped(Object.entries(cues).flatMap(([name, lines]) => lines.map((line) => {
    const words = wordsOf(line, forms);
    return [words[0].plain, [name, words]];
  })));
  function featuresOf(words, cues) {
    const bare = !words.some((one) => one.marked), features = new Set();
    const pairs = (its, kind) => its.forEach((word, at) => {
      features.add(kind + word);
      if (at + 1 < its.length) features.add(`${kind}${word} ${its[at + 1]}`);
      for (let far = 2; far <= 4 && at + far < its.length; far += 1) features.add(`${kind}${word}_${its[at + far]}`);
    });
    const plain = ["^", ...words.map((one) => one.plain), "$"], found = [];
    const is = (word, meant) => bare ? word.plain === meant.plain : (word.marked || word.plain) === (meant.marked || meant.plain);
    words.forEach((word, start) => {
      const ends = new Map();
      for (const [name, line] of cues.get(word.plain) || [])
        if (start + line.length <= words.length && line.every((meant, at) => is(words[start + at], meant)))
          ends.set(name, Math.max(ends.get(name) || 0, start + line.length));
      ends.forEach((end, name) => found.push({ start, end, name }));
    });
    pairs(plain, "");
    for (const one of found) {
      features.add("#" + one.name);
      for (const other of found) if (one.end <= other.start && other.start <= one.end + 5) {
        features.add(`#${one.name}>${other.name}`);
        if (other.start <= one.end + 1) features.add(`#${one.name}>>${other.name}`);
      }
      for (const word of plain.slice(Math.max(1, one.start - 2), one.start + 1)) features.add(`#${word}>${one.name}`);
      for (const word of plain.slice(one.end + 1, one.end + 4)) features.add(`#${one.name}>${word}`);
    }
    if (!bare) pairs(["^", ...words.map((one) => one.marked || one.plain), "$"], "=");
    return features;
  }

  // --- learnt.py ---
  const CRC = Array.from({ length: 256 }, (_, at) => {
    for (let bit = 0; bit < 8; bit += 1) at = at & 1 ? 0xedb88320 ^ (at >>> 1) : at >>> 1;
    return at >>> 0;
  });
  const bytes = new TextEncoder();
  const bucketOf = (feature, size) => ((bytes.encode(feature).reduce((crc, byte) => CRC[(crc ^ byte) & 255] ^ (crc >>> 8), -1) ^ -1) >>> 0) % size;
  function sharesOf({ labels, bias, scale }, weights, features) {
    const size = weights.length / labels.length, each = labels.map((_, at) => weights.subarray(size * at, size * (at + 1)));
    const known = [...new Set([...features].map((one) => bucketOf(one, size)))].filter((one) => each.some((its) => its[one]));
    const unit = scale / Math.sqrt(known.length || 1);
    const raised = each.map((its, at) => Math.exp(bias[at] + unit * sum(known.map((one) => its[one]))));
    return raised.map((one) => one / (1 + sum(raised)));
  }

  // --- danger.py ---
  window.dangerIn = (data, buffer) => {
    const weights = new Int8Array(buffer), forms = formsOf(data.forms), cues = cuesOf(data.cues, forms);
    const signs = signsOf(data.signs, forms), harmless = signsOf(data.harmless, forms);
    const spelling = spellingOf(data.spelling), looks = (form) =>
      folded(/[1-5]$/.test(form) && !/^\p{N}+$/u.test(form) ? form.slice(0, -1) : form);
    const learnt = grouped(data.learnt.words.split(" ").map((form) => [looks(form), form]));
    const largest = (its) => its.reduce((best, one) => !best || one.size > best.size ? one : best, null);
    const openings = Object.fromEntries(Object.entries(data.openings).map(([guide, lines]) => [guide, signsOf(lines, forms)]));
    const stepsOf = (guide) => [...new Set(data.openings[guide].map(([step]) => step))];
    // asking.py: the step of a guide of which most is said, of as much the first.
    function opensAt(guide, words, readings, alone) {
      if (!openings[guide]) return "";
      const said = {}, byItself = new Set([...openings[guide].values()].flat().filter((sign) => sign.alone).map((sign) => sign.label));
      new Set(signsIn(openings[guide], words, readings, false)).forEach((sign) => { said[sign.label] = (said[sign.label] || 0) + sign.size; });
      return stepsOf(guide).filter((step) => alone ? byItself.has(step) : step in said)
        .reduce((best, step) => !best || (said[step] || 0) > (said[best] || 0) ? step : best, "");
    }
    return (text) => {
      const words = spelling.parted(wordsOf(text, forms));
      if (!words.length) return {};
      const readings = spelling.readings(words), sure = spelling.withoutStrangeMarks(words);
      const sign = largest(signsIn(signs, sure, readings)), calm = largest(signsIn(harmless, sure, readings));
      if (sign && sign.size > (calm ? calm.size : 0)) {
        const alone = signsIn(signs, sure, readings).some((one) => one.alone);
        return { leads: sign.label, certain: true, step: opensAt(sign.label, words, readings, alone) };
      }
      const onlyNames = words.length <= data.names.most && words.every((word) =>
        data.names.words.some(([plain, marked]) => word.plain === plain && (!word.marked || word.marked === marked)));
      if (calm || onlyNames || !weights.length) return {};
      const bar = words.some((one) => one.marked) ? 0 : 1;
      const meant = words.map((word, at) => {
        const plain = learnt.has(word.plain) ? word.plain : readings[at][0][0], its = learnt.get(plain) || [], typed = word.marked || word.plain;
        if (bar || its.includes(typed) || !its.length) return plain === word.plain ? word : { ...word, plain, marked: "" };
        const form = its.find((one) => isOneSlip(typed, one)) || its[0];
        return { ...word, plain, marked: form !== plain ? form : "" };
      });
      const shares = sharesOf(data.learnt, weights, featuresOf(meant, cues)), share = sum(shares);
      const likest = data.learnt.labels[shares.indexOf(Math.max(...shares))];
      const step = share >= data.learnt.perhaps[bar] ? opensAt(likest, words, readings, false) : "";
      if (share >= data.learnt.leads[bar]) return { leads: likest, certain: share >= data.learnt.certain, share, step };
      return share >= data.learnt.perhaps[bar] ? { perhaps: likest, share, step } : { share };
    };
  };
})();
