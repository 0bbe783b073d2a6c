-- Moves counties from full servers to empty ones while the program runs, by logical replication; needs wal_level = logical. psql -f rebalance.sql, as superuser on the coordinator.
select * from get_rebalance_table_shards_plan();
select citus_rebalance_start(rebalance_strategy => 'by_disk_size');
select citus_rebalance_wait();
select nodename, count(*) as shards, pg_size_pretty(sum(shard_size)) as size from citus_shards group by nodename order by nodename;
