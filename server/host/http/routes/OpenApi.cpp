// SPDX-License-Identifier: Apache-2.0
#include "http/routes/OpenApi.h"

#include "app/Version.h"

#include "congvu/json/Writer.h"

#include <algorithm>
#include <cctype>
#include <memory>
#include <mutex>
#include <utility>

namespace congvu::host {

namespace {

constexpr std::string_view kProblemSchema = R"json({"type":"object","required":["type","title","status","detail","code","requestId"],
"properties":{"type":{"type":"string"},"title":{"type":"string"},"status":{"type":"integer"},"detail":{"type":"string"},
"code":{"type":"string","description":"Message id, stable, for programs"},"requestId":{"type":"string"},
"params":{"type":"object","additionalProperties":{"type":"string"}},
"errors":{"type":"array","items":{"type":"object","required":["pointer","code","message"],"properties":{
"pointer":{"type":"string"},"code":{"type":"string"},"message":{"type":"string"}}}}}})json";

constexpr std::string_view kProblemAnswer =
    R"json({"description":"Problem (RFC 9457)","content":{"application/problem+json":{"schema":{"$ref":"#/components/schemas/Problem"}}}})json";

constexpr std::string_view kFilesSchema = R"json({"type":"object","required":["file"],"properties":{
"file":{"type":"array","items":{"type":"string","format":"binary"}},"data":{"type":"string","description":"JSON"}}})json";

std::string lowerCase(std::string_view text) {
    std::string lower{text};
    std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return lower;
}

/// "get-incoming-documents-id": unique, because method and pattern are.
std::string operationId(const RouteEntry& entry) {
    std::string id = lowerCase(methodName(entry.route.method));
    for (const char c : entry.pattern) {
        const bool isLetter = std::isalnum(static_cast<unsigned char>(c)) != 0;
        if (isLetter) {
            id += c;
        } else if (id.back() != '-') {
            id += '-';
        }
    }
    return id.back() == '-' ? id.substr(0, id.size() - 1) : id;
}

void writeParameters(json::Writer& out, const RouteEntry& entry) {
    if (entry.parameterNames.empty()) {
        return;
    }
    out.key("parameters").beginArray();
    for (const auto& name : entry.parameterNames) {
        out.beginObject().key("name").string(name).key("in").string("path").key("required").boolean(true);
        out.key("schema").beginObject().key("type").string("string").endObject().endObject();
    }
    out.endArray();
}

void writeInput(json::Writer& out, const http::Route& route) {
    if (route.inputSchema.empty() && !route.takesFiles) {
        return;
    }
    out.key("requestBody").beginObject().key("content").beginObject();
    out.key(route.takesFiles ? "multipart/form-data" : "application/json").beginObject().key("schema");
    out.raw(route.takesFiles ? kFilesSchema : std::string_view{route.inputSchema});
    out.endObject().endObject().endObject();
}

void writeAnswers(json::Writer& out, const http::Route& route) {
    out.key("responses").beginObject().key("2XX").beginObject().key("description").string("Done");
    if (!route.outputSchema.empty()) {
        out.key("content").beginObject().key("application/json").beginObject().key("schema").raw(route.outputSchema);
        out.endObject().endObject();
    }
    out.endObject().key("default").raw(kProblemAnswer).endObject();
}

void writeOperation(json::Writer& out, const RouteEntry& entry) {
    const auto& route = entry.route;
    out.key(lowerCase(methodName(route.method))).beginObject();
    out.key("operationId").string(operationId(entry));
    out.key("tags").beginArray().string(entry.plugin).endArray();
    out.key("summary").string(route.summary);
    if (route.access == http::Access::everyone) {
        out.key("security").beginArray().endArray();
    }
    if (route.callsPerMinute > 0) {
        out.key("x-calls-per-minute").integer(route.callsPerMinute);
    }
    if (!route.permission.empty()) {
        out.key("x-permission").string(route.permission);
    }
    writeParameters(out, entry);
    writeInput(out, route);
    writeAnswers(out, route);
    out.endObject();
}

void writeTags(json::Writer& out, const std::vector<const Manifest*>& manifests) {
    out.key("tags").beginArray();
    for (const auto* manifest : manifests) {
        out.beginObject()
            .key("name")
            .string(manifest->id)
            .key("description")
            .string(manifest->name.en + " / " + manifest->name.vi)
            .endObject();
    }
    out.endArray();
}

void writeComponents(json::Writer& out) {
    out.key("components").beginObject().key("schemas").beginObject().key("Problem").raw(kProblemSchema).endObject();
    out.key("securitySchemes").beginObject().key("session").beginObject();
    out.key("type").string("apiKey").key("in").string("cookie").key("name").string("congvu_session").endObject().endObject().endObject();
    out.key("security").beginArray().beginObject().key("session").beginArray().endArray().endObject().endArray();
}

}  // namespace

std::string openApiDocument(const Router& router, const std::vector<const Manifest*>& manifests) {
    json::Writer out;
    out.beginObject().key("openapi").string("3.1.0");
    out.key("info").beginObject().key("title").string("Congvu").key("version").string(kVersion);
    out.key("license").beginObject().key("name").string("Apache-2.0").key("identifier").string("Apache-2.0").endObject().endObject();
    writeTags(out, manifests);
    out.key("paths").beginObject();
    std::string_view open;
    for (const auto* entry : router.all()) {
        if (entry->pattern != open) {
            if (!open.empty()) {
                out.endObject();
            }
            out.key(entry->pattern).beginObject();
            open = entry->pattern;
        }
        writeOperation(out, *entry);
    }
    if (!open.empty()) {
        out.endObject();
    }
    out.endObject();
    writeComponents(out);
    out.endObject();
    return out.take();
}

void addOpenApiRoute(Router& router, std::function<std::string()> makeDocument) {
    struct Document {
        std::once_flag isMade;
        std::string text;
    };
    const auto document = std::make_shared<Document>();
    router.add("host", "/api/v1",
               http::Route::get("/openapi.json")
                   .forEveryone()
                   .says("This description")
                   .by([document, makeDocument = std::move(makeDocument)](const http::Request&) {
                       std::call_once(document->isMade, [&] { document->text = makeDocument(); });
                       return http::Response::text(document->text, "application/json");
                   }));
}

}  // namespace congvu::host
