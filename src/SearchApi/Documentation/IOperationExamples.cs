using Microsoft.OpenApi;

namespace DcCourseIndex.SearchApi.Documentation;

/// <summary>Examples that an endpoint has in the OpenAPI document; given to it as metadata.</summary>
internal interface IOperationExamples
{
    void AddTo(OpenApiOperation operation);
}
