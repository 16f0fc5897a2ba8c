// Five sums of ten items each, every third item reversed: what "generate
// instrument" describes, by DuckDB on one thread.  Needs the npm package
// @duckdb/node-api where NODE_PATH finds it.
const { DuckDBInstance } = require("@duckdb/node-api");

async function main(max, file) {
	const total = max + (max === 5 ? 1 : 0);
	const db = await DuckDBInstance.create(":memory:", { threads: "1" });
	const connection = await db.connect();
	const head = await connection.runAndReadAll(
		`DESCRIBE SELECT * FROM read_csv('${file}', header = true)`);
	const items = head.getRows().map((row) => row[0]).slice(1, 51);
	const sums = [0, 1, 2, 3, 4].map((s) => items
		.slice(s * 10, s * 10 + 10)
		.map((id, k) => (s * 10 + k) % 3 === 2 ? `${total} - "${id}"` : `"${id}"`)
		.join(" + ") + ` AS s${s + 1}`);
	await connection.run(
		`COPY (SELECT respondent, ${sums.join(", ")}
		FROM read_csv('${file}', header = true))
		TO '/dev/stdout' (FORMAT csv, HEADER true)`);
}

main(Number(process.argv[2]), process.argv[3]);
