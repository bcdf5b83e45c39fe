using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Platforms;
using DcCourseIndex.Crawler.Sources;
using DcCourseIndex.Host.Roles;
using DcCourseIndex.Host.Tests.Processes;
using Microsoft.Extensions.Logging;

namespace DcCourseIndex.Host.Tests.Roles;

public sealed class AddedSourceFollowingTests
{
    [Fact]
    public async Task An_added_source_that_this_node_cannot_read_is_left_out_and_named_with_a_remedy_once()
    {
        using var folder = new TempFolder();
        using var store = LedgerStore.Open(folder.Path, TimeProvider.System);
        var added = new AddedSources(store, TimeProvider.System);
        await added.AddAsync("sound", "name: Портал\nplatform: moodle\naddress: https://sound.example\n", "tests", default);
        await added.AddAsync("strange", "name: Портал\nplatform: of-tomorrow\naddress: https://strange.example\n", "tests", default);
        var sources = new KnownSources([]);
        var notes = new Notes();
        using var following = new AddedSourceFollowing(added, sources, AllPlatforms.Create(_ => null).ToDictionary(platform => platform.Name, StringComparer.Ordinal), TimeProvider.System, notes);

        await following.LookAsync(default);
        await following.LookAsync(default);

        Assert.Equal("sound", Assert.Single(sources).Name);
        var note = Assert.Single(notes.Written);
        Assert.Contains("«strange»", note, StringComparison.Ordinal);
        Assert.Contains("of-tomorrow", note, StringComparison.Ordinal);
        Assert.Contains("Run the same version on all nodes", note, StringComparison.Ordinal);
    }

    private sealed class Notes : ILogger<AddedSourceFollowing>
    {
        public List<string> Written { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Written.Add(formatter(state, exception));
    }
}
