using DcCourseIndex.Benchmarks;

return args switch
{
    ["search", .. var rest] => SearchBenchmark.Run(rest),
    ["duplicates", .. var rest] => await DuplicatesBenchmark.RunAsync(rest),
    ["listings", var count, var file] => ListingsFile.Write(count, file),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        dotnet run -c Release --project tests/Benchmarks -- search --courses N [--seed 1]   build an index of invented courses and time 200 queries
        dotnet run -c Release --project tests/Benchmarks -- duplicates --courses N [--seed 1]   time the search for duplicates over invented courses
        dotnet run -c Release --project tests/Benchmarks -- listings N FILE.ndjson           write invented listings in the form of import
        """);
    return 2;
}
