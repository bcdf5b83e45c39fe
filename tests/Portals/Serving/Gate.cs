namespace DcCourseIndex.Portals.Serving;

/// <summary>Holds answers back until the test opens it: <c>portal.Switches.Delay = gate.PassAsync</c>.</summary>
public sealed class Gate
{
    private readonly TaskCompletionSource opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<PortalRequest> reached = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Done when the first request stands before the gate.</summary>
    public Task<PortalRequest> Reached => reached.Task;

    public void Open() => opened.TrySetResult();

    public Task PassAsync(PortalRequest request, CancellationToken ct)
    {
        reached.TrySetResult(request);
        return opened.Task.WaitAsync(ct);
    }
}
