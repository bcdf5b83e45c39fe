using DcCourseIndex.Catalog.Ledger;
using Npgsql;
using Quartz;

namespace DcCourseIndex.Crawler.Schedule;

/// <summary>
/// The clockwork of several nodes: Quartz's clustered store in the tables that the catalogue's migrations made. What is due is fired by one of them,
/// and what a node was firing when it died is fired again by another.
/// </summary>
/// <param name="Connection">Npgsql's connection string of the catalogue.</param>
public sealed record SharedClockwork(string Connection, Node Node, LeaseTimes Times)
{
    /// <summary>How the tables' names begin; see the migrations.</summary>
    private const string Tables = "quartz_";

    internal void Use(IQuartzBuilder quartz)
    {
        quartz.UsePersistentStore(store =>
        {
            store.UsePostgres(NpgsqlFactory.Instance, Connection);
            store.UseSystemTextJsonSerializer();
            store.ConfigureStore(options =>
            {
                options.TablePrefix = Tables;
                options.StoreJobDataAsStrings = true;
                // A run that was told to stop with its program is fired again by another node, or by this one when it is back.
                options.RecoverFiringsCancelledByShutdown = true;
            });
            store.UseClustering(cluster => (cluster.CheckinInterval, cluster.CheckinMisfireThreshold) = (Times.Length / 4, Times.Length * 3 / 4));
        });
        quartz.ConfigureScheduler(options =>
        {
            (options.InstanceName, options.InstanceId) = ("dccourseindex", Node.Instance);
            // What is due at once is shared out, one firing after another.
            options.MaxBatchSize = 1;
        });
    }
}
