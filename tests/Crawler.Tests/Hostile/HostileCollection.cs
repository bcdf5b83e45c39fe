namespace DcCourseIndex.Crawler.Tests.Hostile;

/// <summary>These measure memory and use small time limits, so nothing else runs beside them.</summary>
[CollectionDefinition("hostile", DisableParallelization = true)]
public sealed class HostileCollection;
