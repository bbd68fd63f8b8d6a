// Search in a static site: finds candidates in shards of lists, proves each one on its article's text.
//
//   Backissue.search(query, {limit: 10, from: 0}) -> Promise<{upTo, exact, next, hits, months(), facet(kind)}>
//
// One call reads at most 36 texts (`budget`), so that a phrase whose pairs are everywhere costs no reader a
// megabyte: it may bring fewer hits than `limit`, even none, and still say where to go on in `next`.
// A classic script, loading classic scripts from its own folder, so that it works from file:// and under
// "script-src 'self'". It shows nothing, stores nothing, evaluates nothing, and asks no one else.
// docs/static-search.md specifies the files it reads.
(function () {
  "use strict";

  var base = document.currentScript.src.replace(/[^/]*$/, "");
  var nonce = document.currentScript.nonce;

  // ---- loading: one script element a file, each once -------------------------------------------

  var waiting = new Map(); // key -> {promise, keep}
  function load(key, path) {
    var entry = waiting.get(key);
    if (entry) return entry.promise;
    entry = {};
    waiting.set(key, entry);
    entry.promise = new Promise(function (resolve, reject) {
      entry.keep = resolve;
      var script = document.createElement("script");
      script.src = base + path;
      if (nonce) script.nonce = nonce;
      script.onload = function () {
        script.remove();
        reject(new Error(path + " did not bring " + key)); // no effect if it did
      };
      script.onerror = function () {
        script.remove();
        waiting.delete(key); // so that it can be asked again
        reject(new Error("could not load " + path));
      };
      document.head.appendChild(script);
    });
    return entry.promise;
  }
  function take(key, value) {
    var entry = waiting.get(key);
    if (entry) entry.keep(value);
  }
  function folder(n) {
    return Math.floor(n / 500) + "/" + n + ".js";
  }

  var manifest = null;
  function ready() {
    return load("manifest", "manifest.js").then(function (given) {
      if (manifest) return manifest;
      manifest = given;
      manifest.table = new Map();
      var from = Array.from(given.from), to = Array.from(given.to);
      for (var i = 0; i < from.length; i++) manifest.table.set(from[i], to[i]);
      return manifest;
    });
  }

  // ---- folding: one character to one; astral ones take two units, so offsets are mapped ----------

  function fold(text) {
    var units = [], places = [], at = 0;
    for (var c of text) {
      var f = manifest.table.get(c) || c;
      for (var i = 0; i < f.length; i++) places.push(at);
      units.push(f);
      at += c.length;
    }
    places.push(at);
    return { text: units.join(""), places: places };
  }

  var wordy = /^[\p{L}\p{N}]$/u;
  function isWord(c) {
    var code = c.codePointAt(0);
    return (code < 0xe00 || (code >= 0x10a0 && code < 0x1100) || (code >= 0x1e00 && code < 0x2000)) && wordy.test(c);
  }
  var unspaced = /[\u0e00-\u109f\u1100-\u1dff\u2e80-\uffff]/; // surrogates are in it

  // ---- the query ---------------------------------------------------------------------------------

  var token = /([(（])|([)）])|(-)(?=[^\s-])|(?:(author|tag|section|after|before)[:：])?(?:["“”＂]([^"“”＂]*)["“”＂]?|([^\s()（）"“”＂]+))|(?:author|tag|section|after|before)[:：]/giu;
  var unseen = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g;

  function tokens(text) {
    var out = [], met;
    token.lastIndex = 0;
    while ((met = token.exec(text))) {
      if (met[1] || met[2]) out.push({ kind: met[1] ? "(" : ")" });
      else if (met[3]) {
        if (met.index === 0 || /[\s(（]/.test(text[met.index - 1])) out.push({ kind: "NOT" });
        else {
          // a hyphen after a quote or bracket: part of the next word
          var rest = /^[^\s()（）"“”＂]+/u.exec(text.slice(met.index));
          token.lastIndex = met.index + rest[0].length;
          push(out, null, undefined, rest[0]);
        }
      } else if (/^(AND|OR|NOT)$/.test(met[6] || "") && !met[4]) out.push({ kind: met[6] });
      else push(out, met[4], met[5], met[6]);
    }
    return out;
  }
  function push(out, field, quoted, bare) {
    if (quoted === undefined && bare === undefined) return;
    var node = term((field || "").toLowerCase(), quoted, bare);
    if (node) out.push({ kind: "term", node: node });
  }
  function term(field, quoted, bare) {
    var said = (quoted !== undefined ? quoted : bare).replace(unseen, " ");
    if (field === "after" || field === "before") {
      var day = /^\s*(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?\s*$/.exec(fold(said).text);
      if (!day) throw new RangeError(field + ": wants a date such as 2019, 2019-06 or 2019-06-12");
      return { is: field, day: [day[1], two(day[2]), two(day[3])].join("-") };
    }
    var text = fold(said).text;
    if (field) return text.trim() ? { is: "name", kind: field[0], text: text.trim() } : null;
    if (quoted !== undefined) return text.trim() ? phrase(text, false, false, false) : null;
    var prefix = /\*$/.test(text);
    text = prefix ? text.replace(/^[ *]+|[ *]+$/g, "") : text.trim();
    if (!text) return null;
    var edged = !unspaced.test(text), all = Array.from(text);
    return phrase(text, edged && isWord(all[0]), edged && isWord(all[all.length - 1]) && !prefix, prefix && edged);
  }
  function two(part) {
    return ("0" + (part || "1")).slice(-2);
  }
  function phrase(text, first, last, prefix) {
    return { is: "phrase", text: text, first: first, last: last, prefix: prefix };
  }

  function parse(text) {
    var list = tokens(text), at = 0;
    function kind() {
      return at < list.length ? list[at].kind : "";
    }
    function either(depth) {
      var parts = [all(depth)];
      while (kind() === "OR") {
        at++;
        parts.push(all(depth));
      }
      parts = parts.filter(Boolean);
      return parts.length > 1 ? { is: "or", of: parts } : parts[0] || null;
    }
    function all(depth) {
      var parts = [];
      while (kind() !== "" && kind() !== ")" && kind() !== "OR") {
        var node = one(depth);
        if (node) parts.push(node);
      }
      return and(parts);
    }
    function one(depth) {
      var negative = false, node = null;
      while (kind() === "NOT" || kind() === "AND") {
        if (kind() === "NOT") negative = !negative;
        at++;
      }
      if (kind() === "" || kind() === ")" || kind() === "OR") return null;
      var given = list[at++];
      if (given.kind === "term") node = given.node;
      else if (depth < 50) {
        node = either(depth + 1);
        if (kind() === ")") at++;
      }
      return negative && node ? { is: "not", of: node } : node;
    }
    function and(parts) {
      return parts.length > 1 ? { is: "and", of: parts } : parts[0] || null;
    }
    var parts = [];
    while (at < list.length) {
      var node = either(0);
      if (node) parts.push(node);
      at++;
    }
    return and(parts) || { is: "all" };
  }

  // ---- candidates --------------------------------------------------------------------------------

  // What a phrase needs of the lists: exact terms, ranges of terms; `exact` if they say all there is to say.
  function plan(node) {
    var c = Array.from(node.text), word = c.map(isWord), terms = [], ranges = [], exact = false, at = 0;
    if (c.length === 1 && !node.first && !node.last && !node.prefix) return { terms: [node.text], ranges: [], exact: true };
    while (at < c.length) {
      var end = at + 1;
      while (word[at] && end < c.length && word[end]) end++;
      if (word[at]) {
        var whole = c.slice(at, Math.min(end, at + 64)).join("");
        var begins = at > 0 || node.first, ends = end < c.length || node.last;
        var alone = at === 0 && end === c.length;
        if (begins && ends) {
          terms.push("\u0001" + whole);
          exact = alone && end - at <= 64;
        } else if (begins && node.prefix) {
          // short beginnings are terms of their own, longer ones neighbours in one shard
          if (end - at < 4) terms.push("\u0003" + whole);
          else ranges.push("\u0001" + whole);
          exact = alone && end - at <= 64;
        } else {
          // part of a word: all its pairs if nothing else is asked, else the one beside what it touches
          var low = begins || alone ? at : Math.max(at, end - 2), high = ends || alone ? end : Math.min(at + 2, end);
          for (var i = low; i + 1 < high; i++) terms.push(c[i] + c[i + 1]);
        }
      }
      if (end < c.length) {
        terms.push(c[end - 1] + c[end]);
        if (c.length === 2) exact = !node.first && !node.last && !node.prefix;
      }
      at = end;
    }
    return { terms: terms, ranges: ranges, exact: exact };
  }

  // Which shard a term is in: FNV-1a over its code points, mixed; of a word the first four letters count.
  function shardOf(term) {
    var h = 2166136261, units = Array.from(term);
    if (term[0] === "\u0001") units = units.slice(0, 5);
    units.forEach(function (c) {
      h = Math.imul(h ^ c.codePointAt(0), 16777619);
    });
    h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
    return ((h ^ (h >>> 12)) & (manifest.shards - 1)) >>> 0;
  }

  var opened = new Map(); // shard -> promise of a map from term to {titled, others}
  function open(n) {
    if (!opened.has(n)) {
      var promise = load("g" + n, "g/" + folder(n)).then(unpack);
      promise.catch(function () {
        opened.delete(n);
      });
      opened.set(n, promise);
    }
    return opened.get(n);
  }
  function unpack(shard) {
    var names = shard[0] ? shard[0].split("\n") : [], counts = shard[1], raw = atob(shard[2]), out = new Map(), at = 0;
    function bit() {
      var b = (raw.charCodeAt(at >> 3) >> (7 - (at & 7))) & 1;
      at++;
      return b;
    }
    function list(count) {
      var numbers = new Uint32Array(count), mean = count ? Math.floor((manifest.count * 69) / (count * 100)) : 0;
      var k = mean > 0 ? 31 - Math.clz32(mean) : 0, last = -1;
      for (var i = 0; i < count; i++) {
        var gap = 0, rest = 0;
        while (!bit()) gap++;
        for (var j = 0; j < k; j++) rest = (rest << 1) | bit();
        last += gap * (1 << k) + rest + 1;
        numbers[i] = last;
      }
      return numbers;
    }
    for (var i = 0; i < names.length; i++) out.set(names[i], { titled: list(counts[2 * i]), others: list(counts[2 * i + 1]) });
    return out;
  }

  // Marks of one term for every article: 0 not held, 1 held, 2 held in the title.
  function marksOf(term) {
    return open(shardOf(term)).then(function (lists) {
      var marks = new Uint8Array(manifest.count);
      put(marks, lists.get(term));
      return marks;
    });
  }
  function marksOfRange(start) {
    return open(shardOf(start)).then(function (lists) {
      var marks = new Uint8Array(manifest.count);
      lists.forEach(function (lists, term) {
        if (term.startsWith(start)) put(marks, lists);
      });
      return marks;
    });
  }
  function put(marks, lists) {
    if (!lists) return;
    lists.others.forEach(function (n) {
      if (!marks[n]) marks[n] = 1;
    });
    lists.titled.forEach(function (n) {
      marks[n] = 2;
    });
  }

  // For each node: `may` holds every article it finds (2: in the title), `must` only such articles.
  function evaluate(node) {
    var count = manifest.count;
    function fill(value) {
      return new Uint8Array(count).fill(value);
    }
    if (node.is === "all") return Promise.resolve({ may: fill(1), must: fill(1) });
    if (node.is === "phrase") {
      var needs = plan(node);
      return Promise.all(needs.terms.map(marksOf).concat(needs.ranges.map(marksOfRange))).then(function (lists) {
        var may = lists.length ? lists[0] : fill(1);
        for (var i = 1; i < lists.length; i++) for (var n = 0; n < count; n++) may[n] = Math.min(may[n], lists[i][n]);
        return { may: may, must: needs.exact ? may : fill(0) };
      });
    }
    if (node.is === "name") {
      return marksOf("\u0002" + node.kind + node.text).then(function (marks) {
        return { may: marks.map(Math.sign), must: marks };
      });
    }
    if (node.is === "after" || node.is === "before") {
      var may = fill(0), month = node.day.slice(0, 7);
      manifest.months.forEach(function (entry, i) {
        var end = i + 1 < manifest.months.length ? manifest.months[i + 1][1] : count;
        if (entry[0] && (node.is === "after" ? entry[0] >= month : entry[0] <= month)) may.fill(1, entry[1], end);
      });
      return Promise.resolve({ may: may, must: fill(0) });
    }
    if (node.is === "not") {
      return evaluate(node.of).then(function (given) {
        function flip(v) {
          return v ? 0 : 1;
        }
        return { may: given.must.map(flip), must: given.may.map(flip) };
      });
    }
    return Promise.all(node.of.map(evaluate)).then(function (given) {
      var both = node.is === "and";
      function join(name) {
        var out = given[0][name].slice();
        for (var i = 1; i < given.length; i++) {
          var other = given[i][name];
          for (var n = 0; n < count; n++) {
            // titles add up, so that an article with more of the words in its title comes first
            if (both) out[n] = out[n] && other[n] ? Math.min(255, out[n] + other[n] - 1) : 0;
            else out[n] = out[n] && other[n] ? Math.min(255, out[n] + other[n] - 1) : out[n] || other[n];
          }
        }
        return out;
      }
      return { may: join("may"), must: join("must") };
    });
  }

  // ---- proof, on the text ------------------------------------------------------------------------

  function article(n) {
    var group = Math.floor(n / manifest.texts);
    return load("t" + group, "t/" + folder(group)).then(function (rows) {
      var row = rows[n % manifest.texts];
      if (!row.folded) row.folded = fold(row[8]);
      return row;
    });
  }
  function spans(folded, node, low, high) {
    var out = [], text = folded.text, size = node.text.length;
    for (var at = text.indexOf(node.text, low); at >= 0 && at < high; at = text.indexOf(node.text, at + 1)) {
      var end = at + size;
      if (node.first && at > 0 && isWord(text[at - 1])) continue;
      if (node.prefix && !node.first && at > 0 && isWord(text[at - 1]) && isWord(text[at])) continue;
      if (node.last && end < text.length && isWord(text[end])) continue;
      out.push([at, end]);
    }
    return out;
  }
  function holds(row, node) {
    switch (node.is) {
      case "all":
        return true;
      case "phrase":
        return spans(row.folded, node, 0, Infinity).length > 0;
      case "name":
        var names = node.kind === "s" ? [row[4]] : node.kind === "a" ? row[5] : row[6];
        return names.some(function (name) {
          return fold(name).text === node.text;
        });
      case "after":
        return row[2] !== "" && row[2] >= node.day;
      case "before":
        return row[2] !== "" && row[2] < node.day;
      case "not":
        return !holds(row, node.of);
      case "and":
        return node.of.every(holds.bind(null, row));
      default:
        return node.of.some(holds.bind(null, row));
    }
  }
  function phrases(node) {
    if (node.is === "phrase") return [node];
    return node.is === "and" || node.is === "or" ? [].concat.apply([], node.of.map(phrases)) : [];
  }

  // ---- what is shown -----------------------------------------------------------------------------

  function hit(row, wanted) {
    // places in folded units; all that is given out is in units of the text itself
    var text = row[8], places = row.folded.places, title = row[1].length;
    var body = Array.from(text).slice(0, row[7]).join("").length; // row[7] counts characters
    var found = [];
    wanted.forEach(function (node) {
      spans(row.folded, node, 0, Infinity).forEach(function (span) {
        var start = places[span[0]], end = places[span[1]];
        if (start < body) found.push([start, end]);
      });
    });
    var low = Math.min(title + 1, body), first = null;
    for (var i = 0; i < wanted.length && !first; i++) {
      spans(row.folded, wanted[i], 0, Infinity).some(function (span) {
        if (places[span[0]] >= low && places[span[0]] < body) first = [places[span[0]], places[span[1]]];
        return first;
      });
    }
    var around = first || [low, low], start = Math.max(low, around[0] - 32);
    var end = Math.min(body, Math.max(around[0] + 96, around[1]));
    if (start > low) {
      var stop = Math.max.apply(null, ["。", "！", "？", "\n"].map(function (s) {
        var at = text.slice(0, around[0]).lastIndexOf(s);
        return at >= start - 1 ? at : -1;
      }));
      if (stop >= 0) start = stop + 1;
      else if (/^[A-Za-z0-9]{2}$/.test(text.slice(start - 1, start + 1))) {
        var space = text.slice(0, around[0]).indexOf(" ", start);
        if (space >= 0) start = space + 1;
      } else if (/^[\udc00-\udfff]/.test(text[start])) start--;
    }
    if (end < body && /^[\udc00-\udfff]/.test(text[end])) end--;
    var shown = text.slice(start, end);
    start += shown.length - shown.trimStart().length;
    shown = shown.trim();
    end = start + shown.length;
    var lead = start > low ? "…" : "", tail = text.slice(end, body).trim() ? "…" : "";
    function within(a, b, shift) {
      return merged(found.filter(function (s) {
        return s[0] >= a && s[1] <= b;
      })).map(function (s) {
        return [s[0] - shift, s[1] - shift];
      });
    }
    return {
      id: row[0],
      title: row[1],
      day: row[2],
      path: row[3],
      section: row[4],
      authors: row[5],
      date: row[9],
      snippet: lead + shown.replace(/\n/g, " ") + tail,
      highlights: within(start, end, start - lead.length),
      titleHighlights: within(0, title, 0),
    };
  }
  function merged(list) {
    var out = [];
    list.sort(function (a, b) {
      return a[0] - b[0] || a[1] - b[1];
    }).forEach(function (span) {
      var last = out[out.length - 1];
      if (last && span[0] <= last[1]) last[1] = Math.max(last[1], span[1]);
      else out.push(span.slice());
    });
    return out;
  }

  // ---- the search --------------------------------------------------------------------------------

  function search(query, options) {
    options = options || {};
    var limit = options.limit || 10, from = options.from || 0;
    return ready().then(function () {
      var tree = parse(String(query)), wanted = phrases(tree);
      return evaluate(tree).then(function (given) {
        var order = [], may = given.may, exact = true;
        for (var n = 0; n < may.length; n++) {
          if (may[n]) {
            order.push(n);
            if (!given.must[n]) exact = false;
          }
        }
        if (options.sort === "oldest") {
          var undated = manifest.months.filter(function (m) {
            return !m[0];
          });
          var end = undated.length ? undated[0][1] : manifest.count;
          order = order.filter(function (n) { return n < end; }).reverse().concat(order.filter(function (n) { return n >= end; }));
        } else if (options.sort !== "newest") {
          order.sort(function (a, b) {
            return may[b] - may[a] || a - b;
          });
        }
        var hits = [], at = from, wrong = 0, budget = options.budget || 36;
        function more() {
          var ask = order.slice(at, at + Math.min(limit - hits.length, from + budget - at));
          if (!ask.length) {
            var end = at >= order.length;
            return {
              upTo: order.length - wrong,
              exact: exact || (end && from === 0),
              next: end ? null : at,
              hits: hits,
              months: months.bind(null, may),
              facet: facet.bind(null, may),
            };
          }
          return Promise.all(ask.map(article)).then(function (rows) {
            rows.forEach(function (row) {
              if (holds(row, tree)) hits.push(hit(row, wanted));
              else wrong++;
            });
            at += ask.length;
            return more();
          });
        }
        return more();
      });
    });
  }

  // ---- counts over all candidates ----------------------------------------------------------------

  // Months from the first to the last, each with articles found (at most), held, and known to have existed.
  function months(may) {
    var out = new Map();
    function month(name) {
      if (!out.has(name)) out.set(name, { month: name, found: 0, held: 0, expected: 0 });
      return out.get(name);
    }
    manifest.months.forEach(function (entry, i) {
      if (!entry[0]) return;
      var end = i + 1 < manifest.months.length ? manifest.months[i + 1][1] : manifest.count, one = month(entry[0]);
      for (var n = entry[1]; n < end; n++) if (may[n]) one.found++;
      one.held += end - entry[1];
    });
    Object.keys(manifest.expected).forEach(function (name) {
      month(name).expected = manifest.expected[name];
    });
    return Array.from(out.values()).map(function (one) {
      one.expected = Math.max(one.expected, one.held);
      return one;
    }).sort(function (a, b) {
      return a.month < b.month ? -1 : 1;
    });
  }

  // The commonest sections, authors or tags with how many of the candidates each has; loads one file.
  function facet(may, kind) {
    var key = "f" + kind;
    if (!opened.has(key)) {
      var promise = load(key, "f/" + kind + ".js").then(unpack);
      promise.catch(function () {
        opened.delete(key);
      });
      opened.set(key, promise);
    }
    return opened.get(key).then(function (lists) {
      var out = [];
      lists.forEach(function (lists, name) {
        var count = lists.others.reduce(function (sum, n) {
          return sum + (may[n] ? 1 : 0);
        }, 0);
        if (count) out.push({ name: name, count: count });
      });
      return out.sort(function (a, b) {
        return b.count - a.count;
      });
    });
  }

  window.Backissue = { search: search, take: take };
})();
