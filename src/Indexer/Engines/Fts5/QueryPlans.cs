using DcCourseIndex.Indexer.Engines.Store;
using DcCourseIndex.Indexer.Query;

namespace DcCourseIndex.Indexer.Engines.Fts5;

/// <summary>From typed text to a plan in one step.</summary>
internal sealed class QueryPlans(QueryReader reader, MatchPlanner planner)
{
    public MatchPlan Plan(string text, string framework, ReadConnection connection) => planner.Plan(reader.Read(text, framework), connection);
}
