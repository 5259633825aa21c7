"use strict";
(() => {
  const body = document.body, $ = (id) => document.getElementById(id);
  const files = +body.dataset.files, groups = +body.dataset.groups, tail = +body.dataset.tail, SIZE = +body.dataset.size, STEP = 100;
  const KINDS = Object.fromEntries([...$("kind").options].map((o) => [o.value, o.textContent]));
  const rows = [], docs = [], lists = new Map(), loads = new Map();
  let sort = 0, down = true, limit = STEP, hits = null, turn = 0;
  const pad = (n, w) => String(n).padStart(w, "0");
  const fold = (s) => /^[\x20-\x7e\n]*$/.test(s) ? s.toLowerCase() : s.toLowerCase().replace(/ß/g, "ss").normalize("NFKD").replace(/\p{M}/gu, "");
  const script = (src) => {
    if (!loads.has(src)) loads.set(src, new Promise((done) => {
      const s = document.createElement("script");
      s.src = src; s.async = false; s.onload = () => done(true); s.onerror = () => done(false);
      document.head.append(s);
    }));
    return loads.get(src);
  };
  window.T = {
    row(r) { rows.push(r); },
    doc(n, words) { docs.push([n, new Set(words.split(" "))]); },
    words(group, bucket, map) { lists.set(group + bucket, map); },
  };
  const terms = (q) => {
    const out = [];
    for (const w of fold(q).match(/[\p{L}\p{N}_]+/gu) || []) {
      if (/^[\u2e80-\uabff]/.test(w)) for (let i = 0; i < Math.max(w.length - 1, 1); i++) out.push(w.slice(i, i + 2));
      else if (w.length > 1) out.push(w.slice(0, 40));
    }
    return out;
  };
  const bucket = (w) => /[a-z]/.test(w[0]) ? w[0] : "u" + (w.codePointAt(0) % 16).toString(16);
  const find = async (words) => {
    const wanted = tail ? [script("index/words-tail.js")] : [];
    for (const w of words) for (let g = 1; g <= groups; g++) wanted.push(script(`index/words-${pad(g, 3)}/${bucket(w)}.js`));
    await Promise.all(wanted);
    let found = null;
    words.forEach((w, i) => {
      const last = i === words.length - 1, here = new Set(), fits = (x) => x === w || (last && x.startsWith(w));
      for (let g = 1; g <= groups; g++) {
        const map = lists.get(g + bucket(w)) || {};
        for (const x of last ? Object.keys(map).filter(fits) : Object.hasOwn(map, w) ? [w] : []) {
          let n = (g - 1) * SIZE;
          for (const d of map[x].split(" ")) here.add(n += parseInt(d, 36));
        }
      }
      for (const [n, set] of docs) if (set.has(w) || (last && [...set].some(fits))) here.add(n);
      found = found ? new Set([...found].filter((n) => here.has(n))) : here;
    });
    return found;
  };
  const cell = (tr, child, head) => {
    const td = document.createElement("td");
    td.setAttribute("role", "cell");
    if (head) td.dataset.h = head;
    td.append(child); tr.append(td);
    return td;
  };
  const link = (href, text) => { const a = document.createElement("a"); a.href = href; a.textContent = text; return a; };
  const counts = (f) => ["error", "warning", "note", "remark"].map((w, i) => f[i] ? f[i] + " " + w + (f[i] > 1 ? "s" : "") : "").filter(Boolean).join(", ") || "none";
  const line = (r) => {
    const tr = document.createElement("tr"), time = document.createElement("time"), a = link(r[1] + "/report.html", r[2]);
    tr.setAttribute("role", "row");
    time.dateTime = r[8]; time.textContent = r[8].slice(0, 10);
    a.lang = r[3]; a.dir = r[4];
    cell(tr, time);
    const td = cell(tr, a);
    if (r[14]) { const c = link("index/changes/" + r[1].replaceAll("/", "-") + ".html", "changes"); c.className = "small"; td.append(" ", c); }
    cell(tr, r[5] || "–");
    cell(tr, r[15] ? "withdrawn" : r[13] ? KINDS[r[6]] : "not assessable");
    cell(tr, r[11] || "–", "Chain ends with");
    cell(tr, counts(r[9]), "Findings");
    return tr;
  };
  const key = (r) => sort === 9 ? r[9].reduce((sum, n) => sum * 1000 + n, 0) : sort === 0 ? r[0] : sort === 2 || sort === 5 ? fold(r[sort]) : r[sort];
  const show = () => {
    const q = fold($("q").value.trim()), kind = $("kind").value, level = $("level").value, end = $("end").value;
    const kept = rows.filter((r) => (!q || (r.text ??= fold([r[2], r[5], r[7], r[11]].join("\n"))).includes(q) || (hits && hits.has(r[0]))) && (!kind || r[6] === kind)
      && (!level || (level === "none" ? !r[9].some(Boolean) : r[9][0] || (level === "1" && r[9][1])))
      && (!end || (r[11] && r[12] === (end === "anonymous"))));
    const keyed = kept.map((r) => [key(r), r]);
    keyed.sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : a[1][0] - b[1][0]) * (down ? -1 : 1));
    const table = $("rows").querySelector("tbody");
    table.replaceChildren(...keyed.slice(0, limit).map((k) => line(k[1])));
    $("more").hidden = keyed.length <= limit;
    $("status").textContent = keyed.length === rows.length ? `All ${rows.length.toLocaleString("en")}.` : `${keyed.length.toLocaleString("en")} of ${rows.length.toLocaleString("en")}.`;
  };
  const changed = async () => {
    const mine = ++turn, words = terms($("q").value);
    limit = STEP; hits = null; show();
    if (!words.length) return;
    const found = await find(words);
    if (mine === turn) { hits = found; show(); }
  };
  const start = async () => {
    const wanted = [];
    for (let n = 1; n <= files; n++) wanted.push(script(`index/rows-${pad(n, 4)}.js`));
    if (!(await Promise.all(wanted)).every(Boolean)) return;
    const note = $("rows").querySelector("p.meta");
    if (note) note.remove();
    for (const th of $("rows").querySelectorAll("th[data-sort]")) {
      const button = document.createElement("button");
      button.type = "button"; button.textContent = th.textContent;
      button.onclick = () => {
        const column = +th.dataset.sort;
        down = sort === column ? !down : column === 8 || column === 9;
        sort = column;
        for (const other of $("rows").querySelectorAll("th")) other.removeAttribute("aria-sort");
        th.setAttribute("aria-sort", down ? "descending" : "ascending");
        show();
      };
      th.replaceChildren(button);
    }
    let wait;
    $("q").oninput = () => { clearTimeout(wait); wait = setTimeout(changed, 120); };
    for (const id of ["kind", "level", "end"]) $(id).onchange = () => { limit = STEP; show(); };
    $("find").onsubmit = (e) => { e.preventDefault(); changed(); };
    $("more").onclick = () => { limit += STEP; show(); };
    $("find").hidden = false;
    show();
  };
  if (files) start();
})();
