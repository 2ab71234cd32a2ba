-- Views of a study for DuckDB, which is started in this folder: duckdb -init study.sql
-- An empty value is undefined, and infinity is never reached.

-- A row for each replication and scenario, a column for each metric and window.
create or replace view replications as select * from read_parquet('replications/part-*.parquet', union_by_name = true);

-- A row for each scenario, metric and window.
create or replace view summary as select * from read_parquet('summary.parquet');

-- A row for each scenario, metric and date.
create or replace view series as select * from read_parquet('series.parquet');
