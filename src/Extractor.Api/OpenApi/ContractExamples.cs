using System.Globalization;
using System.Text.Json.Nodes;
using Extractor.Api.Problems;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Extractor.Api.OpenApi;

/// <summary>
/// Gives each operation of the OpenAPI document an example of what is sent and answered (data, beside this file), of its parameters, and of each problem it
/// can end in; and says of what type answers are that are no JSON.
/// </summary>
internal static class ContractExamples
{
    private const string ProblemType = "application/problem+json";
    private const string JsonType = "application/json";

    private static readonly JsonObject Examples = Read();

    public static Task DescribeAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        operation.Responses ??= [];
        operation.Responses.TryAdd("429", new OpenApiResponse { Description = "Too Many Requests", Content = new Dictionary<string, OpenApiMediaType> { [ProblemType] = new() } });
        JsonNode? example = Examples["operations"]![operation.OperationId ?? ""];
        if (example?["request"] is { } request && operation.RequestBody?.Content?.TryGetValue(JsonType, out OpenApiMediaType? body) == true)
        {
            body.Example = request.DeepClone();
        }

        foreach (OpenApiParameter parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
        {
            parameter.Example = Examples["parameters"]![parameter.Name ?? ""]?.DeepClone();
        }

        foreach ((string status, IOpenApiResponse response) in operation.Responses)
        {
            Describe(operation, status, (OpenApiResponse)response, example);
        }

        if (operation.Responses.ContainsKey("401"))
        {
            operation.Security = [Requirement("bearer", context.Document), Requirement("apiKey", context.Document)];
        }

        return Task.CompletedTask;
    }

    public static Task DescribeAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            ["bearer"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "A key of the service, or a token of its issuer." },
            ["apiKey"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Header, Name = "X-Api-Key", Description = "A key of the service." },
        };
        return Task.CompletedTask;
    }

    private static void Describe(OpenApiOperation operation, string status, OpenApiResponse response, JsonNode? example)
    {
        int code = int.Parse(status, CultureInfo.InvariantCulture);
        if (code >= StatusCodes.Status400BadRequest)
        {
            if (response.Content?.TryGetValue(ProblemType, out OpenApiMediaType? problem) == true)
            {
                problem.Example = ProblemOf(code);
            }
        }
        else if ((string?)example?["type"] is { } type)
        {
            string? format = type.StartsWith("text/", StringComparison.Ordinal) ? null : "binary";
            response.Content = new Dictionary<string, OpenApiMediaType>
            {
                [type] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = format }, Example = example["response"]?.DeepClone() },
            };
        }
        else if (response.Content?.TryGetValue(JsonType, out OpenApiMediaType? answer) == true)
        {
            answer.Example = example?["response"]?.DeepClone();
        }
    }

    private static JsonObject ProblemOf(int status)
    {
        Problem problem = status == StatusCodes.Status422UnprocessableEntity ? Problem.Of("damaged") : HttpProblem.Of(status);
        return new JsonObject
        {
            ["type"] = problem.Type,
            ["title"] = problem.Title.Vi,
            ["status"] = status,
            ["detail"] = HttpProblem.Detail.Vi,
            ["requestId"] = "0194f6c28f7e7b3a9c1d0123456789ab",
        };
    }

    private static OpenApiSecurityRequirement Requirement(string scheme, OpenApiDocument? document) =>
        new() { [new OpenApiSecuritySchemeReference(scheme, document)] = [] };

    private static JsonObject Read()
    {
        using Stream stream = typeof(ContractExamples).Assembly.GetManifestResourceStream("Extractor.Api.OpenApi.examples.json")!;
        return JsonNode.Parse(stream)!.AsObject();
    }
}
