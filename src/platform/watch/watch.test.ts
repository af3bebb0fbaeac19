import { describe, expect, test } from "vitest";
import { openMeters } from "./meters.ts";
import { openWatchServer } from "./server.ts";
import { shortenPath, watchAnswers, watchStatements } from "./slow.ts";

const ID = "0196f0aa-0000-7000-8000-000000000001";

describe("meters", () => {
  test("count answers by source, method and kind of status, and nothing that comes from outside becomes a label", async () => {
    const meters = openMeters();
    const answer = { source: "page", method: "GET", status: 200, seconds: 0.03 } as const;
    meters.countAnswer(answer);
    meters.countAnswer({ ...answer, status: 204 });
    meters.countAnswer({ ...answer, method: "BREW", status: 405 });
    const text = await meters.print();
    expect(text).toContain('sosedstvo_answer_seconds_count{source="page",method="GET",status="2xx"} 2');
    expect(text).toContain('sosedstvo_answer_seconds_count{source="page",method="other",status="4xx"} 1');
    expect(text).toContain('sosedstvo_answer_seconds_bucket{le="0.025",source="page",method="GET",status="2xx"} 0');
    expect(text).not.toContain("BREW");
    expect(text).toContain("process_resident_memory_bytes");
  });

  test("tell the rest where one of them cannot be read, and count that", async () => {
    const meters = openMeters();
    meters.addGauge("test_good", "reads", () => 7);
    meters.addGauge("test_bad", "does not", async () => {
      throw new Error("away");
    });
    await meters.print();
    const text = await meters.print();
    expect(text).toContain("test_good 7");
    expect(text).toContain("test_bad Nan");
    expect(text).toContain('sosedstvo_gauge_faults_total{name="test_bad"}');
  });
});

describe("slow work", () => {
  test("is named in the log by its statement without values, and by its address without keys and words", () => {
    const lines: string[] = [];
    const write = process.stderr.write;
    process.stderr.write = ((text: string) => lines.push(text) > 0) as typeof write;
    try {
      const meters = openMeters();
      watchStatements(meters, 100)("select *\n  from person where email = $1", 250.4);
      watchStatements(meters, 100)("select 1", 99);
      watchStatements(meters, 0)("select 2", 9_000);
      const answer = { source: "page", method: "GET", status: 200, requestId: "r" } as const;
      watchAnswers(meters, 100)({ ...answer, milliseconds: 1_500, path: "/people?text=Иванов" });
    } finally {
      process.stderr.write = write;
    }
    expect(lines).toHaveLength(2);
    expect(lines[0]).toContain(
      'a slow statement {"milliseconds":250,"statement":"select * from person where email = $1"}',
    );
    expect(lines[1]).toContain('"path":"/people"');
    expect(lines.join("")).not.toContain("Иванов");
  });

  test.each([
    [`/desk/events/${ID}?text=a`, `/desk/events/${ID}`],
    ["/sign-in/confirm/k3J9fQ2mZx8vB7nL1pR5tY0w", "/sign-in/confirm/…"],
    ["/programmes/ordynsky-2024-2026", "/programmes/ordynsky-2024-2026"],
    ["/x#y", "/x"],
  ])("%s is written as %s", (path, written) => {
    expect(shortenPath(path)).toBe(written);
  });
});

describe("the port of those who watch", () => {
  test("says that the process lives, whether it is ready, and gives the meters; nothing else", async () => {
    let fault: string | null = null;
    const isReady = async () => {
      if (fault === "throws") throw new Error("the database is away");
      return fault;
    };
    const server = await openWatchServer({ port: 0, host: "127.0.0.1", meters: openMeters(), isReady });
    const ask = async (path: string, method = "GET") => {
      const answer = await fetch(`http://127.0.0.1:${server.port}${path}`, { method });
      return [answer.status, await answer.text()] as const;
    };
    try {
      expect(await ask("/live")).toEqual([200, "live\n"]);
      expect(await ask("/ready")).toEqual([200, "ready\n"]);
      fault = "stopping";
      expect(await ask("/ready")).toEqual([503, "stopping\n"]);
      fault = "throws";
      expect(await ask("/ready")).toEqual([503, "Error: the database is away\n"]);
      expect((await ask("/metrics"))[1]).toContain("nodejs_eventloop_lag_seconds");
      expect((await ask("/metrics", "POST"))[0]).toBe(404);
      expect((await ask("/"))[0]).toBe(404);
    } finally {
      await server.stop();
    }
  });

  test("is not ready when the database says nothing for two seconds", async () => {
    const isReady = () => new Promise<null>(() => undefined);
    const server = await openWatchServer({ port: 0, host: "127.0.0.1", meters: openMeters(), isReady });
    const answer = await fetch(`http://127.0.0.1:${server.port}/ready`);
    expect([answer.status, await answer.text()]).toEqual([503, "the database does not answer\n"]);
    await server.stop();
  });
});
