// SPDX-License-Identifier: Apache-2.0
#include "Validation.h"

#include <algorithm>
#include <filesystem>

#include "DocumentFile.h"
#include "FileAccess.h"

namespace congvu::signing::tool {
namespace {

constexpr std::string_view kSignatureSuffix = ".p7s";

ValidationReport unreadable(const std::exception& error) {
    ValidationReport report;
    report.findings.push_back({"unreadable-document", Severity::error, "Không đọc được tệp.", error.what()});
    return report;
}

bool looksLikeXml(ByteView bytes) {
    constexpr std::string_view kMarks = "\xEF\xBB\xBF \t\r\n";
    const std::string_view text = textOf(bytes);
    const std::size_t first = text.find_first_not_of(kMarks);
    return first != std::string_view::npos && text[first] == '<' && text.substr(0, 1024).find("%PDF-") == std::string_view::npos;
}

}  // namespace

FileValidation::FileValidation(const TrustStore& trust, const ValidationOptions& options, Instant at, DocumentPassword password)
    : pdf_(trust, AlgorithmPolicy::standard(), options),
      cades_(trust, AlgorithmPolicy::standard(), options),
      edxml_(trust, AlgorithmPolicy::standard(), options),
      at_(at),
      password_(std::move(password)) {}

ValidationReport FileValidation::validateOwn(ByteView bytes) const {
    return looksLikeXml(bytes) ? edxml_.validate(bytes, at_) : pdf_.validate(bytes, at_, password_);
}

ValidationReport FileValidation::validate(const std::string& file) const {
    const std::string signedFile = file.ends_with(kSignatureSuffix) ? file.substr(0, file.size() - kSignatureSuffix.size()) : std::string();
    if (!signedFile.empty() && std::filesystem::exists(signedFile)) {
        return validateDetached(signedFile, file);
    }
    try {
        const DocumentFile document(file);
        ValidationReport report = validateOwn(document.bytes());
        const std::string beside = file + std::string(kSignatureSuffix);
        const bool hasNone = report.verdict == Verdict::unsignedDocument || report.verdict == Verdict::unreadable;
        if (hasNone && file != "-" && std::filesystem::exists(beside)) {
            return cades_.validate(readFile(beside), document.bytes(), at_);
        }
        return report;
    } catch (const std::exception& error) {
        return unreadable(error);
    }
}

ValidationReport FileValidation::validateDetached(const std::string& file, const std::string& signatureFile) const {
    try {
        return cades_.validate(readFile(signatureFile), DocumentFile(file).bytes(), at_);
    } catch (const std::exception& error) {
        return unreadable(error);
    }
}

}  // namespace congvu::signing::tool
