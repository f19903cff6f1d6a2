// SPDX-License-Identifier: Apache-2.0
#include "support/ProcessMemory.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <functional>
#include <sstream>
#include <stdexcept>

namespace congvu::signing::testing {
namespace {

struct Mapping {
    std::uintptr_t start = 0;
    std::uintptr_t end = 0;
    std::string permissions;
    std::string name;
    bool isDumped = true;
};

std::vector<Mapping> mappingsOf(pid_t process) {
    std::ifstream file("/proc/" + std::to_string(process) + "/smaps");
    std::vector<Mapping> out;
    for (std::string line; std::getline(file, line);) {
        const std::size_t dash = line.find('-');
        const std::size_t blank = line.find(' ');
        if (dash != std::string::npos && blank != std::string::npos && dash < blank && line.find(':') > blank) {
            Mapping mapping;
            std::string offset;
            std::string device;
            std::string inode;
            mapping.start = std::stoull(line, nullptr, 16);
            mapping.end = std::stoull(line.substr(dash + 1), nullptr, 16);
            std::istringstream(line.substr(blank)) >> mapping.permissions >> offset >> device >> inode >> mapping.name;
            out.push_back(mapping);
        } else if (line.rfind("VmFlags:", 0) == 0 && !out.empty()) {
            out.back().isDumped = (line + ' ').find(" dd ") == std::string::npos;
        }
    }
    return out;
}

bool holds(ByteView bytes, const Bytes& needle) {
    return std::search(bytes.begin(), bytes.end(), std::boyer_moore_horspool_searcher(needle.begin(), needle.end())) != bytes.end();
}

}  // namespace

std::vector<std::string> foundIn(ByteView bytes, const std::vector<Needle>& needles) {
    std::vector<std::string> out;
    for (const Needle& needle : needles) {
        if (holds(bytes, needle.bytes)) {
            out.push_back(needle.name);
        }
    }
    return out;
}

std::vector<std::string> foundIn(pid_t process, const std::vector<Needle>& needles, Searched searched) {
    const int memory = ::open(("/proc/" + std::to_string(process) + "/mem").c_str(), O_RDONLY | O_CLOEXEC);
    if (memory < 0) {
        throw std::runtime_error("the memory of the process cannot be read");
    }
    std::vector<std::string> out;
    std::size_t size = 0;
    for (const Mapping& mapping : mappingsOf(process)) {
        // The address space that a sanitizer keeps for itself is larger than any memory.
        constexpr std::uintptr_t kLargest = std::uintptr_t{1} << 32U;
        const bool isWanted = (mapping.isDumped || searched == Searched::everything) && mapping.end - mapping.start < kLargest;
        if (!isWanted || mapping.permissions[0] != 'r' || mapping.name.rfind("[v", 0) == 0) {
            continue;
        }
        Bytes content(mapping.end - mapping.start);
        const ssize_t got = ::pread(memory, content.data(), content.size(), static_cast<off_t>(mapping.start));
        content.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
        size += content.size();
        for (const std::string& name : foundIn(content, needles)) {
            out.push_back(name + " in " + (mapping.name.empty() ? "a nameless mapping" : mapping.name));
        }
    }
    ::close(memory);
    if (size == 0) {
        throw std::runtime_error("no memory of the process was read");
    }
    return out;
}

}  // namespace congvu::signing::testing
